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
import type { CaseLine, State } from "./shapes";
import vi from "./vi.json";
import { askCases } from "./wire";
import "./agency.css";

const t = words(vi);
const FILTERS: Record<string, State | null> = { open: null, doing: "in_progress", answered: "done", ended: "closed" };
const RESCUE = 0;

export const isStaff = (): boolean => me.value?.roles.some((role) => role === "handler" || role === "officer") ?? false;

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

export function CaseCard({ line }: { line: CaseLine }) {
  const due = dueWords(line);
  return (
    <li>
      <a class="card link case-line" href={`#/xl/${line.id}`}>
        <b>{line.category_name}</b>
        <span class="tags">
          {(line.urgent || line.priority <= 1) && <span class="pill bad">{line.priority === RESCUE ? t("rescue") : t("urgent")}</span>}
          <span class="pill">{line.state_name}</span>
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

function List() {
  const filter = useSignal("open");
  const state = FILTERS[filter.value] ?? null;
  const read = useRead(`me:cases:${me.value?.id}:${filter.value}`, () => askCases(state, null));
  const more = useMore<CaseLine>(read.data, (cursor) => askCases(state, cursor), { of: filter.value });
  return (
    <div class="stack">
      <Head title={t("inbox")} />
      <Chips
        name="filter"
        legend={t("filter")}
        choices={Object.keys(FILTERS).map((value) => ({ value, label: t(`f_${value}` as "f_open") }))}
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
