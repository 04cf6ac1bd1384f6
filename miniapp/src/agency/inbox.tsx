/** The inbox: what presses most comes first; every line says its deadline in words. */
import { useSignal } from "@preact/signals";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Chips } from "../ui/form";
import { useMore } from "../ui/more";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { ago, clock, day, moment, words } from "../ui/words";
import type { CaseLine, Pile, State } from "./shapes";
import vi from "./vi.json";
import { askAlarms, askCases } from "./wire";
import "./agency.css";

const t = words(vi);
const PILES: Pile[] = ["todo", "late", "near", "bounced", "escalated", "waiting"];
const ENDS: State[] = ["done", "closed"];
const RESCUE = 0;
const TOLD = 1;

export const isStaff = (): boolean => me.value?.roles.some((role) => role === "handler" || role === "officer") ?? false;
const isOfficer = (): boolean => me.value?.roles.includes("officer") ?? false;

export function NotStaff() {
  return (
    <div class="stack">
      <Head title={t("not_staff")} />
      <p>{t("not_staff_hint")}</p>
      <a class="btn" href="#/toi">
        {t("sign_in")}
      </a>
    </div>
  );
}

export function dueWords(line: Pick<CaseLine, "late" | "due_at" | "state">): { word: string; kind: "bad" | "wait" | "" } {
  if (["closed", "refused", "merged", "done"].includes(line.state)) return { word: t("due", { at: moment(line.due_at) }), kind: "" };
  if (line.late) return { word: t("late", { ago: ago(line.due_at) }), kind: "bad" };
  return day(line.due_at) === day(Date.now()) ? { word: t("due_today", { at: clock(line.due_at) }), kind: "wait" } : { word: t("due", { at: moment(line.due_at) }), kind: "" };
}

/** What sets this case apart: handed to and fro, told higher up, its clock standing still. */
export function Marks({ of }: { of: Pick<CaseLine, "bounces" | "ladder_level"> & Partial<Pick<CaseLine, "paused" | "extended" | "part" | "unrouted">> }) {
  return (
    <>
      {of.unrouted && <span class="pill wait">{t("unrouted")}</span>}
      {of.ladder_level > TOLD && <span class="pill bad">{t("escalated", { n: of.ladder_level })}</span>}
      {of.bounces > 0 && <span class="pill wait">{t("bounced", { n: of.bounces })}</span>}
      {of.paused && <span class="pill wait">{t("paused")}</span>}
      {of.extended && <span class="pill">{t("extended")}</span>}
      {of.part && <span class="pill">{t("part")}</span>}
    </>
  );
}

export function CaseCard({ line }: { line: CaseLine }) {
  const due = dueWords(line);
  return (
    <li>
      <a class="card link case-line" href={`#/xl/${line.id}`}>
        <b>{line.category_name}</b>
        <span class="tags">
          {(line.urgent || line.priority <= 1) && <span class="pill bad">{line.priority === RESCUE ? t("rescue") : t("urgent")}</span>}
          <span class="pill">{line.state_name}</span>
          <Marks of={line} />
        </span>
        {line.description && <p>{line.description}</p>}
        <small>
          {line.commune_name} · <Whole text={line.code} />
          {line.photos_received > 0 && ` · ${t("photos", { n: line.photos_received })}`}
        </small>
        <span class={`state ${due.kind}`}>{due.word}</span>
      </a>
    </li>
  );
}

export const Inbox: Screen = () => (isStaff() ? <List /> : <NotStaff />);

/** What an officer must look into; nothing is shown when there is nothing. */
function Alarms() {
  const read = useRead(`me:alarms:${me.value?.id}`, askAlarms);
  const alarms = read.data?.items ?? [];
  if (!alarms.length) return null;
  return (
    <details class="card">
      <summary>
        {t("alarms")} ({alarms.length})
      </summary>
      <ul class="stack-small">
        {alarms.map((one) => (
          <li key={one.id}>
            <a href={`#/xl/${one.report_id}`}>{t(`alarm_${one.kind}` as "alarm_own_case", { code: one.code, staff: one.staff_name ?? t("alarm_somebody") })}</a>
            <small> {moment(one.occurred_at)}</small>
          </li>
        ))}
      </ul>
    </details>
  );
}

function List() {
  const officer = isOfficer();
  const filter = useSignal<Pile | State>("todo");
  const choices = [...(officer ? (["coordinator"] as const) : []), ...PILES, ...ENDS];
  const asked = ENDS.includes(filter.value as State) ? { state: filter.value as State } : { pile: filter.value as Pile };
  const read = useRead(`me:cases:${me.value?.id}:${filter.value}`, () => askCases(asked, null));
  const more = useMore<CaseLine>(read.data, (cursor) => askCases(asked, cursor), { of: filter.value });
  return (
    <div class="stack">
      <Head title={t("inbox")} />
      <p>
        <a href="#/duyet">{t("moderation")}</a> · <a href="#/mau-tra-loi">{t("templates")}</a>
      </p>
      {officer && <Alarms />}
      <Chips
        name="filter"
        legend={t("filter")}
        choices={choices.map((value) => ({ value, label: t(`f_${value}` as "f_todo") }))}
        value={filter.value}
        onChoose={(value) => (filter.value = value)}
      />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("none"), body: <p>{t("none_hint")}</p> }}>
        {() => (
          <>
            <ul class="cards cases">
              {more.items.map((line) => (
                <CaseCard key={line.id} line={line} />
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </div>
  );
}
