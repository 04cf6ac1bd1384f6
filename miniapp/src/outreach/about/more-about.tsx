/** What most visits leave out: other skills, what hinders, what is needed next. */
import { Chips } from "../../ui/form";
import { Picks } from "../../ui/picks";
import { BARRIERS, type AdultDraft, type Outcome } from "../draft";
import { CODES, taskWord } from "../visit/skills";
import { HOW } from "../visit/visit-adult";
import { t } from "./words";

const NEXT = (["n_teach", "n_file", "n_vneid", "n_device", "n_report"] as const).map((key) => ({ value: t(key), label: t(key) }));

interface Props {
  adult: AdultDraft;
  onChange: (next: AdultDraft) => void;
}

export default function MoreAbout({ adult, onChange }: Props) {
  const id = adult.adult_id;
  return (
    <div class="stack">
      <Others adult={adult} onChange={onChange} />
      <Picks
        name={`barriers-${id}`}
        legend={t("q_barriers")}
        choices={BARRIERS.map((value) => ({ value, label: t(`b_${value}`) }))}
        values={adult.barriers}
        onChange={(barriers) => onChange({ ...adult, barriers })}
      />
      <Picks name={`next-${id}`} legend={t("q_next")} choices={NEXT} values={adult.next} onChange={(next) => onChange({ ...adult, next })} />
    </div>
  );
}

/** Any of the 21 skills, each with how it went. */
function Others({ adult, onChange }: Props) {
  const { others, adult_id: id } = adult;
  const free = CODES.filter((code) => !others.some((one) => one.code === code) && !(adult.outcome && code === adult.task));
  const put = (next: AdultDraft["others"]) => onChange({ ...adult, others: next });
  return (
    <>
      {others.map(({ code, outcome }) => (
        <div key={code} class="stack-small">
          <Chips<Outcome>
            name={`skill-${id}-${code}`}
            legend={taskWord(code)}
            choices={HOW}
            value={outcome}
            onChoose={(how) => put(others.map((one) => (one.code === code ? { code, outcome: how } : one)))}
          />
          <button type="button" class="as-link" onClick={() => put(others.filter((one) => one.code !== code))}>
            {t("skill_drop", { skill: taskWord(code) })}
          </button>
        </div>
      ))}
      <div class="field">
        <label for={`add-${id}`}>{t("skill_add")}</label>
        <select id={`add-${id}`} value="" onChange={(event) => put([...others, { code: event.currentTarget.value, outcome: "prompt" }])}>
          <option value="">{t("skill_pick")}</option>
          {free.map((code) => (
            <option key={code} value={code}>
              {taskWord(code)}
            </option>
          ))}
        </select>
      </div>
    </>
  );
}
