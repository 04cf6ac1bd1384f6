/** Typing in a sheet: a code, what was ticked, saved as one visit; a line typed twice stays one. */
import { useSignal } from "@preact/signals";
import type { Screen } from "../../main/router";
import { Chips, Field, Tick } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { isoDay, moment } from "../../ui/words";
import { inside, resultWord, Walking } from "../frame";
import { skills } from "../state";
import { Act } from "./act";
import { lineOf, rightCode, sheetOf } from "./code";
import { askSheet, enterLine, type Sheet, type SheetEntry } from "./wire";
import { t } from "./words";

type Line = Sheet["lines"][number];
type Result = SheetEntry["result"];
type Level = "none" | "alone_observed" | "with_help" | "done_for";
interface Adult {
  knows: "skip" | "yes" | "no";
  level: Level;
  skill: string;
}

const RESULTS: Result[] = ["met", "nobody_home", "refused", "revisit", "moved", "do_not_contact"];
const TALKED: Result[] = ["met", "revisit"];
const LEVELS: Level[] = ["none", "alone_observed", "with_help", "done_for"];
const FIRST_SKILL = "S05";

const Typing: Screen = () => <Walking>{() => <Codes />}</Walking>;

function Codes() {
  const code = useSignal("");
  const wrong = useSignal("");
  const line = useSignal<Line | null>(null);
  const find = async () => {
    wrong.value = rightCode(code.value) ? "" : t("wrong_code");
    line.value = null;
    if (wrong.value) return;
    const sheet = await askSheet(sheetOf(code.value));
    line.value = sheet.lines.find((one) => one.line === lineOf(code.value)) ?? null;
    if (!line.value) wrong.value = t("wrong_code");
  };
  const next = () => {
    line.value = null;
    code.value = "";
    document.getElementById("code")?.focus();
  };
  return (
    <div class="stack">
      <Head title={t("typing")} up="/tn/di" />
      <Field
        id="code"
        label={t("q_code")}
        hint={t("q_code_hint")}
        error={wrong.value || undefined}
        value={code.value}
        onInput={(value) => (code.value = value)}
        input={{ inputMode: "numeric", autocomplete: "off", maxLength: 20 }}
      />
      {line.value ? (
        line.value.entered_at ? (
          <p class="box ok">{t("typed_before", { at: moment(line.value.entered_at) })}</p>
        ) : (
          <Form key={line.value.code} line={line.value} onDone={next} />
        )
      ) : (
        <Act kind="btn wide" act={find}>
          {t("find")}
        </Act>
      )}
    </div>
  );
}

const moments = (on: string, at: string): string | null => (on && at ? new Date(`${on}T${at}:00+07:00`).toISOString() : null);

function Form({ line, onDone }: { line: Line; onDone: () => void }) {
  const on = useSignal(isoDay());
  const at = useSignal("");
  const minutes = useSignal("10");
  const result = useSignal<Result | null>(null);
  const consent = useSignal(false);
  const backOn = useSignal("");
  const backAt = useSignal("19:00");
  const adults = useSignal<Adult[]>(line.adults.map(() => ({ knows: "skip", level: "none", skill: FIRST_SKILL })));
  const trouble = useSignal("");
  const talked = result.value !== null && TALKED.includes(result.value);
  const change = (place: number, part: Partial<Adult>) => {
    adults.value = adults.value.map((one, other) => (other === place ? { ...one, ...part } : one));
  };
  const save = async () => {
    const started_at = moments(on.value, at.value);
    trouble.value = !started_at ? t("need_day") : result.value ? "" : t("q_result");
    if (!started_at || !result.value) return;
    const looks = talked
      ? adults.value.flatMap((one, place) =>
          one.knows === "skip"
            ? []
            : [{ place: place + 1, knows: one.knows === "yes", ...(one.knows === "yes" && one.level !== "none" && { skill: one.skill, level: one.level }) }],
        )
      : [];
    const said = await enterLine({
      code: line.code,
      started_at,
      minutes: Number(minutes.value) || 0,
      result: result.value,
      revisit_at: result.value === "revisit" ? moments(backOn.value, backAt.value) : null,
      consent: looks.length ? consent.value : null,
      adults: looks,
    });
    if (said.reason) trouble.value = said.reason;
    else {
      say(t(said.status === "duplicate" ? "duplicate_line" : "saved_line", { what: inside(said.reference) }));
      onDone();
    }
  };
  return (
    <section class="stack" aria-label={line.reference}>
      <h2>{line.reference}</h2>
      <p class="muted">{line.hamlet}</p>
      <div class="actions even">
        <Field id="on" label={t("q_day")} value={on.value} onInput={(value) => (on.value = value)} input={{ type: "date", max: isoDay() }} />
        <Field id="at" label={t("q_time")} value={at.value} onInput={(value) => (at.value = value)} input={{ type: "time" }} />
        <Field id="minutes" label={t("q_minutes")} value={minutes.value} onInput={(value) => (minutes.value = value)} input={{ type: "number", min: 0, max: 240 }} />
      </div>
      <Chips name="result" legend={t("q_result")} choices={RESULTS.map((value) => ({ value, label: resultWord(value) }))} value={result.value} onChoose={(value) => (result.value = value)} />
      {result.value === "revisit" && (
        <div class="actions even">
          <Field id="back-on" label={t("q_again_day")} value={backOn.value} onInput={(value) => (backOn.value = value)} input={{ type: "date" }} />
          <Field id="back-at" label={t("q_again_time")} value={backAt.value} onInput={(value) => (backAt.value = value)} input={{ type: "time" }} />
        </div>
      )}
      {talked && line.adults.length > 0 && (
        <>
          <Tick label={t("q_consent")} checked={consent.value} onChange={(yes) => (consent.value = yes)} />
          {line.adults.map((label, place) => (
            <OnPaper key={place} who={`${place + 1}. ${label}`} name={`a${place}`} one={adults.value[place]} onChange={(part) => change(place, part)} />
          ))}
        </>
      )}
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Act kind="btn wide" act={save}>
        {t("save_line")}
      </Act>
    </section>
  );
}

interface OnPaperProps {
  who: string;
  name: string;
  one: Adult | undefined;
  onChange: (part: Partial<Adult>) => void;
}

function OnPaper({ who, name, one, onChange }: OnPaperProps) {
  if (!one) return null;
  return (
    <div class="card stack-small">
      <Chips
        name={`${name}-knows`}
        legend={t("q_knows", { who })}
        choices={[
          { value: "skip", label: t("not_met") },
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        value={one.knows}
        onChoose={(knows) => onChange({ knows })}
      />
      {one.knows === "yes" && (
        <>
          <Chips
            name={`${name}-how`}
            legend={t("q_how", { who })}
            choices={LEVELS.map((value) => ({ value, label: value === "none" ? t("untried") : t(`l_${value}`) }))}
            value={one.level}
            onChoose={(level) => onChange({ level })}
          />
          {one.level !== "none" && (
            <label class="field">
              {t("q_skill")}
              <select value={one.skill} onChange={(event) => onChange({ skill: event.currentTarget.value })}>
                {Object.entries(skills.value).map(([code, label]) => (
                  <option key={code} value={code}>
                    {code} {label}
                  </option>
                ))}
              </select>
            </label>
          )}
        </>
      )}
    </div>
  );
}

export default Typing;
