/** Who of a team was trained, who is missing, and writing down a training: for who leads it, and for officers. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why, why } from "../../ui/why";
import { day, isoDay, number } from "../../ui/words";
import { askTrainings, type NewTraining, recordTraining, type Training, type TrainingBook, type TrainingFigure, voidTraining } from "./asks";
import { t } from "./crew";
import "./work.css";

interface Person {
  id: string;
  name: string;
}

/** `people`: who may be written down as trained. */
export function Trainings({ team, people }: { team: string; people: Person[] }) {
  const read = useRead(`me:trainings:${me.value?.id}:${team}`, () => askTrainings(team));
  return (
    <Shown read={read} always>
      {(book) => (
        <>
          <Figure figure={book.figure} />
          <Add team={team} people={people} book={book} onAdded={read.again} />
          <section class="stack-small" aria-labelledby="lines">
            <h2 id="lines">{t("training_lines")}</h2>
            {book.items.length === 0 && <p class="muted">{t("training_none")}</p>}
            <ul class="cards">
              {book.items.map((line) => (
                <Line key={line.id} line={line} onVoided={read.again} />
              ))}
            </ul>
          </section>
        </>
      )}
    </Shown>
  );
}

export const percent = (share: number | null | undefined): string => (share === null || share === undefined ? "–" : `${number(Math.floor(share * 1000) / 10)}%`);

/** `teams`: of a province, so each who is missing comes with their team. */
export function Figure({ figure, teams = false }: { figure: TrainingFigure; teams?: boolean }) {
  const full = figure.members > 0 && figure.trained === figure.members;
  return (
    <section class={`box ${full ? "ok" : "wait"} stack-small`}>
      <p>
        <b>{t("training_figure", { trained: number(figure.trained), members: number(figure.members), share: percent(figure.share) })}</b>
      </p>
      <p>{full ? t("training_full") : t("training_target")}</p>
      {figure.expiring_soon > 0 && <p>{t("training_soon", { n: number(figure.expiring_soon) })}</p>}
      {figure.missing.length > 0 && (
        <details open={!teams}>
          <summary>
            {t("training_missing")}: {number(figure.members - figure.trained)}
          </summary>
          <ul class="missing">
            {figure.missing.map((one) => (
              <li key={one.person_id}>
                {one.name}
                {teams && ` · ${one.team_name}`} ({one.expired_on ? t("training_expired", { on: day(one.expired_on) }) : t("training_never")})
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Line({ line, onVoided }: { line: Training; onVoided: () => Promise<void> }) {
  const asked = useSignal(false);
  const until = line.void_reason ? t("training_voided", { why: line.void_reason }) : !line.holds ? t("training_over") : line.expires_on ? t("training_until", { on: day(line.expires_on) }) : t("training_ever");
  return (
    <li class="card stack-small">
      <b>{line.person_name}</b>
      <p>{t("training_line", { course: line.course_name, on: day(line.held_on) })}</p>
      <small>
        {t(`ev_${line.evidence}`)}: {line.evidence_ref}
      </small>
      <span class={`state ${line.holds ? "ok" : "wait"}`}>{until}</span>
      {!line.void_reason && !asked.value && (
        <button type="button" class="btn small ghost" onClick={() => (asked.value = true)}>
          {t("training_void")}
        </button>
      )}
      {asked.value && (
        <Why
          id={`void-${line.id}`}
          label={t("training_void_why")}
          need={t("training_void_need")}
          act={t("training_void_sure")}
          onKeep={() => (asked.value = false)}
          send={async (reason) => {
            await voidTraining(line.id, reason);
            await onVoided();
          }}
        />
      )}
    </li>
  );
}

const EVIDENCE: NewTraining["evidence"][] = ["certificate", "attendance_list", "online_result"];

function Add({ team, people, book, onAdded }: { team: string; people: Person[]; book: TrainingBook; onAdded: () => Promise<void> }) {
  const who = useSignal<string[]>([]);
  const course = useSignal(book.courses[0]?.code ?? "");
  const on = useSignal(isoDay());
  const evidence = useSignal<NewTraining["evidence"]>("attendance_list");
  const ref = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const save = async () => {
    const evidence_ref = ref.value.normalize("NFC").trim();
    wrong.value = [
      ...(who.value.length ? [] : [{ id: "who", message: t("training_need_who") }]),
      ...(on.value ? [] : [{ id: "held-on", message: t("training_need_on") }]),
      ...(evidence_ref.length >= 3 ? [] : [{ id: "ref", message: t("training_need_ref") }]),
    ];
    if (wrong.value.length) return;
    try {
      await recordTraining({ team_id: team, person_ids: who.value, course_code: course.value, held_on: on.value, evidence: evidence.value, evidence_ref });
      who.value = [];
      ref.value = "";
      trouble.value = "";
      say(t("training_saved"));
      await onAdded();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <details class="card">
      <summary>
        <b>{t("training_add")}</b>
      </summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Summary wrong={wrong.value} />
        {trouble.value && (
          <p class="box bad" role="alert">
            {trouble.value}
          </p>
        )}
        <fieldset class="field" id="who" tabIndex={-1}>
          <legend>{t("training_who")}</legend>
          {wrongOf(wrong.value, "who") && <p class="error">{wrongOf(wrong.value, "who")}</p>}
          {people.map((one) => (
            <Tick
              key={one.id}
              label={one.name}
              checked={who.value.includes(one.id)}
              onChange={(ticked) => (who.value = ticked ? [...who.value, one.id] : who.value.filter((id) => id !== one.id))}
            />
          ))}
        </fieldset>
        <Chips name="course" legend={t("training_course")} value={course.value} onChoose={(value) => (course.value = value)} choices={book.courses.map((one) => ({ value: one.code, label: one.name }))} />
        <Field id="held-on" label={t("training_on")} value={on.value} error={wrongOf(wrong.value, "held-on")} onInput={(value) => (on.value = value)} input={{ type: "date", max: isoDay() }} />
        <Chips name="evidence" legend={t("training_evidence")} value={evidence.value} onChoose={(value) => (evidence.value = value)} choices={EVIDENCE.map((value) => ({ value, label: t(`ev_${value}`) }))} />
        <Field id="ref" label={t("training_ref")} hint={t("training_ref_hint")} value={ref.value} error={wrongOf(wrong.value, "ref")} onInput={(value) => (ref.value = value)} input={{ maxLength: 200 }} />
        <button type="submit" class="btn wide">
          {t("training_save")}
        </button>
      </form>
    </details>
  );
}
