/** The part of the visit form about one adult: knows, can (one task, seen), helped with, hindered by. */
import { Chips } from "../../ui/form";
import { Picks } from "../../ui/picks";
import { BARRIERS, HELPED, TASKS, type AdultDraft, type Outcome } from "../draft";
import type { Adult } from "../fold";
import { knownWords, personWords } from "../frame";
import { t } from "./words";
import { skills } from "../state";

const OUTCOMES: Outcome[] = ["alone", "prompt", "done_for", "cannot", "says"];
const taskWord = (code: string): string => {
  const own = t(`t_${code}` as "t_S05");
  return own === `t_${code}` ? (skills.value[code] ?? code) : own;
};

interface Props {
  adult: AdultDraft;
  person: Adult | undefined;
  onChange: (next: AdultDraft) => void;
}

export function AdultPart({ adult, person, onChange }: Props) {
  const id = adult.adult_id;
  const extra = adult.helped.length + adult.barriers.length > 0;
  return (
    <section class="card stack adult" aria-labelledby={`who-${id}`}>
      <div>
        <h2 id={`who-${id}`}>{person ? personWords(person) : ""}</h2>
        {person && person.knows !== null && <small>{knownWords(person).word}</small>}
      </div>
      <Chips
        name={`knows-${id}`}
        legend={t("q_knows")}
        choices={[
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ]}
        value={adult.knows === null ? null : adult.knows ? "yes" : "no"}
        onChoose={(value) => onChange({ ...adult, knows: value === "yes" })}
      />
      {adult.knows && (
        <>
          <Chips
            name={`can-${id}`}
            legend={t("q_can", { task: taskWord(adult.task).toLowerCase() })}
            hint={t("o_alone_hint")}
            choices={OUTCOMES.map((value) => ({ value, label: t(`o_${value}` as "o_alone") }))}
            value={adult.outcome}
            onChoose={(outcome) => onChange({ ...adult, outcome })}
          />
          <details class="more">
            <summary>{t("task_change")}</summary>
            <Chips
              name={`task-${id}`}
              legend={t("q_task")}
              choices={TASKS.map((value) => ({ value, label: taskWord(value) }))}
              value={adult.task}
              onChoose={(task) => onChange({ ...adult, task })}
            />
          </details>
        </>
      )}
      <details class="more" open={extra}>
        <summary>{t("more_about")}</summary>
        <div class="stack">
          <Picks
            name={`helped-${id}`}
            legend={t("q_helped")}
            choices={HELPED.map((value) => ({ value, label: taskWord(value) }))}
            values={adult.helped}
            onChange={(helped) => onChange({ ...adult, helped })}
          />
          <Picks
            name={`barriers-${id}`}
            legend={t("q_barriers")}
            choices={BARRIERS.map((value) => ({ value, label: t(`b_${value}`) }))}
            values={adult.barriers}
            onChange={(barriers) => onChange({ ...adult, barriers })}
          />
        </div>
      </details>
    </section>
  );
}
