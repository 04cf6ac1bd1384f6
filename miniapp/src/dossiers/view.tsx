/** One dossier: where it stands, what is promised, what to do, and the way so far. */
import type { Dossier } from "../api/types";
import { Icon } from "../ui/icon";
import { moment, words } from "../ui/words";
import { Whole } from "../ui/whole";
import "./dossiers.css";
import { tone } from "./line";
import vi from "./vi.json";

const t = words(vi);

const filed = (by: string) => {
  const key = `filed_${by}`;
  return key in vi ? t(key as keyof typeof vi) : by;
};

export function DossierView({ dossier }: { dossier: Dossier }) {
  const steps = [...dossier.timeline].reverse();
  const now = steps.findIndex((step) => (step.kind ?? "state") === "state");
  return (
    <div class="stack">
      <div class={`card dossier ${tone(dossier)}`}>
        <p class="muted">
          <Whole text={dossier.code} /> {dossier.demo && <span class="pill wait">{t("demo")}</span>}
        </p>
        <p class={`state ${tone(dossier)}`}>
          {dossier.late && <span class="pill bad">{t("late_word")}</span>} {dossier.state_name}
        </p>
        <p>{dossier.standing}</p>
        {dossier.held_by && <p>{t("holder", { who: dossier.held_by })}</p>}
        {dossier.late_reason && !dossier.extension_reason && <p>{t("reason", { why: dossier.late_reason })}</p>}
        <p class={dossier.silent ? "box wait" : "muted"}>{dossier.last_known}</p>
      </div>
      {dossier.next_step && (
        <section class={dossier.clock === "paused" ? "box wait" : "box"}>
          <h2>{t("next")}</h2>
          <p>{dossier.next_step}</p>
        </section>
      )}
      <section aria-labelledby="timeline">
        <h2 id="timeline">{t("timeline")}</h2>
        <ol class="timeline">
          {steps.map((step, index) => (
            <li key={`${step.kind}${step.occurred_at}${step.state_code}`} class={index === now ? "now" : step.kind === "state" ? "" : step.kind}>
              <b>{step.state_name}</b>
              <time dateTime={step.occurred_at}>{moment(step.occurred_at)}</time>
              {step.correction && <span class="pill wait">{t("correction")}</span>}
              {step.told && <p>{step.told}</p>}
              {step.note && <p class="muted">{step.note}</p>}
            </li>
          ))}
        </ol>
      </section>
      {dossier.letters?.map((letter) => (
        <details class="card letter" key={letter.made_at}>
          <summary>
            {letter.title} <small>{moment(letter.made_at)}</small>
          </summary>
          <p>{letter.body}</p>
        </details>
      ))}
      <dl class="facts">
        <dt>{t("agency")}</dt>
        <dd>{dossier.agency_name}</dd>
        <dt>{t("filed_by")}</dt>
        <dd>{filed(dossier.filed_by)}</dd>
      </dl>
      <a href={`#/s/${encodeURIComponent(dossier.procedure_code)}`}>
        <Icon name="next" />
        {t("about_procedure")}
      </a>
    </div>
  );
}
