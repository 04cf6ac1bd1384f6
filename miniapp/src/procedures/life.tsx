/** A moment of life as a journey: what first, what goes together, what only if; ticked off on this phone. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Journey } from "../api/types";
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import { pageOf } from "./box/box";
import { titleOf } from "./box/kept";
import "./procedure.css";
import { known } from "./results";
import { tick, ticked, untick } from "./ticks";
import vi from "./vi.json";

const t = words(vi);
type Group = Journey["groups"][number];
type Step = Group["steps"][number];

function StepCard({ step, of, done }: { step: Step; of: string; done: boolean }) {
  const title = titleOf(step);
  return (
    <li class={done ? "card step done" : "card step"}>
      <label class="step-tick">
        <input type="checkbox" checked={done} aria-label={t("step_done", { title })} onChange={(event) => tick(of, step.code, event.currentTarget.checked)} />
      </label>
      <div>
        {(step.condition || step.optional) && <p class="condition">{step.condition ?? t("optional")}</p>}
        <h3>
          <a href={`#${pageOf(step.code)}`}>{title}</a>
        </h3>
        {step.what_for && <p>{step.what_for}</p>}
        <ul class="line-facts">
          <li class={step.online}>{t(`online_${step.online}`)}</li>
          {known([step.fee_text, step.deadline_text]).map((text) => (
            <li key={text}>{text}</li>
          ))}
          <li>{t(`level_${step.level}`)}</li>
        </ul>
      </div>
    </li>
  );
}

function GroupPart({ group, of, done }: { group: Group; of: string; done: string[] }) {
  return (
    <li class="group">
      <h2>
        <span class="hidden">{t("stage", { n: group.no })}</span>
        {group.title}
      </h2>
      {group.together && (
        <p class="pill ok together">
          <Icon name="check" />
          {t("together")}
        </p>
      )}
      {group.note && <p class="muted">{group.note}</p>}
      <ul class="cards">
        {group.steps.map((step) => (
          <StepCard key={step.code} step={step} of={of} done={done.includes(step.code)} />
        ))}
      </ul>
    </li>
  );
}

function Shared({ journey }: { journey: Journey }) {
  const of = `giay:${journey.code}`;
  const ready = ticked(of);
  const titles = new Map(journey.groups.flatMap((group) => group.steps.map((step) => [step.code, titleOf(step)] as const)));
  if (!journey.papers.length) return null;
  const several = [...journey.papers].sort((a, b) => b.for_codes.length - a.for_codes.length);
  return (
    <section class="card stack" aria-labelledby="shared">
      <h2 id="shared">{t("shared")}</h2>
      <p class="muted">{t("shared_hint")}</p>
      <ul class="papers">
        {several.map((one) => (
          <li key={one.paper}>
            <label class="tick paper">
              <input type="checkbox" checked={ready.includes(one.paper)} onChange={(event) => tick(of, one.paper, event.currentTarget.checked)} />
              <span>
                {one.paper}
                <small>{t("shared_for", { titles: one.for_codes.map((code) => titles.get(code) ?? code).join("; ") })}</small>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </section>
  );
}

function JourneyPage({ journey }: { journey: Journey }) {
  const of = `viec:${journey.code}`;
  const steps = journey.groups.flatMap((group) => group.steps);
  const done = ticked(of).filter((code) => steps.some((step) => step.code === code));
  const all = steps.filter((step) => !step.optional || done.includes(step.code)).length;
  return (
    <article class="stack journey">
      <p class="what-for">{journey.intro}</p>
      {journey.note && <p class="box">{journey.note}</p>}
      {done.length > 0 && (
        <div class="prepared">
          <p role="status">
            <b>{t("steps_done", { n: done.length, all })}</b>
          </p>
          <progress value={done.length} max={all} aria-label={t("steps_done", { n: done.length, all })} />
        </div>
      )}
      <ol class="groups">
        {journey.groups.map((group) => (
          <GroupPart key={group.no} group={group} of={of} done={done} />
        ))}
      </ol>
      <Shared journey={journey} />
      <p class="hint">{t("ticks_hint")}</p>
      <div class="actions no-print">
        {done.length > 0 && (
          <button type="button" class="btn ghost small" onClick={() => untick(of)}>
            {t("reset")}
          </button>
        )}
        <a class="btn ghost small" href="#/giup">
          {t("help")}
        </a>
      </div>
    </article>
  );
}

const LifeScreen: Screen = ({ place }) => {
  const code = place.params["code"] ?? "";
  const read = useRead(`life-event:${code}`, () => got(api.GET("/v1/life-events/{code}", { params: { path: { code } } })));
  return <Shown read={read} head={{ title: t("one_event"), up: "/s", of: (journey) => journey.name }}>{(journey) => <JourneyPage journey={journey} />}</Shown>;
};

export default LifeScreen;
