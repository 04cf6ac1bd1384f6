/** The part of the visit form about one adult: knows, can (one task, seen); the rest opens when it is asked for. */
import { useSignal } from "@preact/signals";
import { Chips } from "../../ui/form";
import { Later } from "../../ui/later";
import { OUTCOMES, TASKS, type AdultDraft } from "../draft";
import type { Adult } from "../fold";
import { knownWords, personWords } from "../frame";
import { taskWord } from "./skills";
import { t } from "./words";

export const HOW = OUTCOMES.map((value) => ({ value, label: t(`o_${value}`) }));
interface Props {
  adult: AdultDraft;
  person: Adult | undefined;
  onChange: (next: AdultDraft) => void;
}

export function AdultPart({ adult, person, onChange }: Props) {
  const id = adult.adult_id;
  const open = useSignal(adult.others.length + adult.barriers.length + adult.next.length > 0);
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
            choices={HOW}
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
      <details class="more" open={open.value} onToggle={(event) => (open.value = event.currentTarget.open)}>
        <summary>{t("more_about")}</summary>
        {open.value && <Later load={() => import("../about/more-about")} adult={adult} onChange={onChange} />}
      </details>
    </section>
  );
}
