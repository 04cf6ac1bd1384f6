/** Households of other teams that were drawn: one adult, one task, as seen; kept on the phone like every visit. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Chips, Tick } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { uuid7 } from "../../offline/uuid7";
import { resultWord, Walking } from "../frame";
import type { Result } from "../shapes";
import { add } from "../state";
import { Act, Missing } from "./act";
import { askMyAudits, type AuditDoor } from "./wire";
import { t } from "./words";

const RESULTS: Result[] = ["met", "nobody_home", "refused", "moved"];
const TASK = "S05";
type Level = "untried" | "alone_observed" | "with_help" | "done_for";
const LEVELS: Level[] = ["untried", "alone_observed", "with_help", "done_for"];

const Again: Screen = () => <Walking>{() => <Drawn />}</Walking>;

function Drawn() {
  const read = useRead(`me:audits:${me.value?.id ?? ""}`, askMyAudits);
  return (
    <div class="stack">
      <Head title={t("again")} up="/tn" />
      <Shown read={read} empty={{ when: (data) => data.items.length === 0, title: t("again_none") }}>
        {(data) => (
          <>
            <p class="box">{t("again_hint")}</p>
            <ul class="cards">
              {data.items.map((door) => (
                <Door key={door.draw_id} door={door} />
              ))}
            </ul>
          </>
        )}
      </Shown>
    </div>
  );
}

function Door({ door }: { door: AuditDoor }) {
  const started = useSignal("");
  return (
    <li class="card stack-small">
      <b>{door.reference}</b>
      <small>
        {door.hamlet}, {door.commune}
      </small>
      {door.label && <p>{t("again_ask", { who: door.label })}</p>}
      {door.attempts > 0 && <small>{t("again_tries", { n: door.attempts, days: door.days, slots: door.slots })}</small>}
      {started.value ? (
        <Form door={door} started={started.value} onDone={() => (started.value = "")} />
      ) : (
        <button type="button" class="btn wide" onClick={() => (started.value = new Date().toISOString())}>
          {t("again_start")}
        </button>
      )}
    </li>
  );
}

function Form({ door, started, onDone }: { door: AuditDoor; started: string; onDone: () => void }) {
  const result = useSignal<Result | null>(null);
  const consent = useSignal(false);
  const knows = useSignal<"yes" | "no" | null>(null);
  const level = useSignal<Level | null>(null);
  const name = (field: string) => `${field}-${door.draw_id}`;
  const met = result.value === "met";
  const save = async () => {
    if (!result.value || (met && (!consent.value || !knows.value || (knows.value === "yes" && !level.value)))) throw new Missing(t("again_need"));
    const tried = knows.value === "yes" && level.value && level.value !== "untried" ? [{ code: TASK, level: level.value }] : [];
    const look = { adult_id: door.adult_id ?? "", met: true, knows: knows.value === "yes", skills: tried, assistance: null, barriers: [] };
    await add({
      type: "visit_logged",
      household_id: door.household_id,
      title: `${t("again")}: ${door.reference}`,
      body: {
        team_id: door.team_id,
        visit_id: uuid7(),
        household_id: door.household_id,
        started_at: started,
        ended_at: new Date().toISOString(),
        result: result.value,
        revisit_at: null,
        consent: met ? true : null,
        adults: met && door.adult_id ? [look] : [],
        audit_draw_id: door.draw_id,
      },
    });
    say(t("again_saved"));
    onDone();
  };
  return (
    <div class="stack-small">
      <Chips name={name("result")} legend={t("q_result")} choices={RESULTS.map((value) => ({ value, label: resultWord(value) }))} value={result.value} onChoose={(value) => (result.value = value)} />
      {met && (
        <>
          <Tick label={t("q_consent")} checked={consent.value} onChange={(yes) => (consent.value = yes)} />
          <Chips
            name={name("knows")}
            legend={t("q_knows", { who: door.label ?? "" })}
            choices={[
              { value: "yes", label: t("yes") },
              { value: "no", label: t("no") },
            ]}
            value={knows.value}
            onChoose={(value) => (knows.value = value)}
          />
          {knows.value === "yes" && (
            <Chips name={name("level")} legend={t("again_task")} choices={LEVELS.map((value) => ({ value, label: t(value === "untried" ? value : `l_${value}`) }))} value={level.value} onChoose={(value) => (level.value = value)} />
          )}
        </>
      )}
      <Act kind="btn wide" act={save}>
        {t("save_line")}
      </Act>
    </div>
  );
}

export default Again;
