/** One case: the matter, its place, photos and deadline, what happened, and the next step. */
import { useSignal } from "@preact/signals";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Shown } from "../ui/shown";
import { distance, moment, words } from "../ui/words";
import { Acting, byWords } from "./acting";
import { Around } from "./around";
import { dueWords, isStaff, Marks, NotStaff } from "./inbox";
import { Photos } from "./photos";
import type { Case, Step } from "./shapes";
import vi from "./vi.json";
import { askCase } from "./wire";
import "./agency.css";

const t = words(vi);

export const CaseScreen: Screen = ({ place }) => (isStaff() ? <One id={place.params["id"] ?? ""} /> : <NotStaff />);

function One({ id }: { id: string }) {
  const read = useRead(`me:case:${me.value?.id}:${id}`, () => askCase(id));
  const newer = useSignal<Case | null>(null);
  return (
    <Shown read={read} head={{ title: t("case_title"), up: "/xl", of: (first) => first.category_name }}>
      {(first) => {
        const shown = newer.value && newer.value.version >= first.version ? newer.value : first;
        return (
          <div class="stack">
            <div class="case two">
              <Matter shown={shown} />
              <aside class="stack">
                <Acting shown={shown} onCase={(next) => (newer.value = next)} />
                <Timeline shown={shown} />
              </aside>
            </div>
          </div>
        );
      }}
    </Shown>
  );
}

function Matter({ shown }: { shown: Case }) {
  const due = dueWords(shown);
  const coming = shown.photo_count - shown.photos.filter((photo) => photo.taken_for !== "answer").length;
  return (
    <article class="stack">
      <p class="tags">
        {shown.urgent && <span class="pill bad">{t("urgent")}</span>}
        <span class="pill">{shown.state_name}</span>
        <Marks of={shown} />
        <span class="muted code">{shown.code}</span>
      </p>
      <p>
        <b class={`state ${due.kind}`}>{due.word}</b>
        {shown.agency_name && <span class="muted"> · {shown.agency_name}</span>}
      </p>
      <Facts shown={shown} />
      {shown.description && <p class="card">{shown.description}</p>}
      <Photos photos={shown.photos} />
      {shown.photos.length > 0 && !shown.parent_id && (
        <p>
          <a href={`#/duyet/${shown.id}`}>{t("moderation")}</a>
        </p>
      )}
      {coming > 0 && <p class="muted">{t("photos_coming", { n: coming })}</p>}
      <section class="card stack-small">
        <h2>{t("place")}</h2>
        <p>
          <Icon name="pin" /> {shown.commune_name} · {shown.lat.toFixed(5)}, {shown.lon.toFixed(5)}
        </p>
        {Boolean(shown.accuracy_m) && <p class="muted">{t("accuracy", { n: Math.round(shown.accuracy_m ?? 0) })}</p>}
        {!shown.commune_confirmed && <p class="box wait">{t("unconfirmed")}</p>}
        {!shown.commune_confirmed && shown.commune_distance_m !== null && (
          <p class="muted">{t("far", { commune: shown.commune_name, distance: distance(shown.commune_distance_m) })}</p>
        )}
        <p>
          <a href={`geo:${shown.lat},${shown.lon}?q=${shown.lat},${shown.lon}`}>{t("open_map")}</a>
        </p>
      </section>
      <Around id={shown.id} />
      {shown.answer && (
        <section class="box ok">
          <h2>{t("answer_given")}</h2>
          <p>{shown.answer}</p>
          {shown.rating !== null && <p>{t("rating", { n: shown.rating })}</p>}
        </section>
      )}
      <p class="muted">{t("never_who")}</p>
    </article>
  );
}

/** What else one must know before the next step. */
function Facts({ shown }: { shown: Case }) {
  const until = shown.waiting_until && moment(shown.waiting_until);
  return (
    <>
      {until && (
        <p class="box wait">{shown.paused_at ? t("paused_from", { at: moment(shown.paused_at), until }) : t("waits_running", { until })}</p>
      )}
      {shown.first_due_at && <p class="box wait">{t("first_due", { at: moment(shown.first_due_at), why: shown.extension_reason ?? "" })}</p>}
      {shown.decided && <p class="muted">{t("decided")}</p>}
      {shown.evidence_required && !shown.finished_at && <p class="muted">{t("needs_photo")}</p>}
      {(shown.reopenings > 0 || shown.supporters > 1) && (
        <p class="tags">
          {shown.reopenings > 0 && <span class="pill bad">{t("reopened_n", { n: shown.reopenings })}</span>}
          {shown.supporters > 1 && <span class="pill">{t("supporters", { n: shown.supporters })}</span>}
        </p>
      )}
      {shown.parent_id && (
        <p>
          <a href={`#/xl/${shown.parent_id}`}>{t("part_of", { code: shown.parent_code ?? "" })}</a>
        </p>
      )}
      {shown.follows_code && <p class="muted">{t("follows", { code: shown.follows_code })}</p>}
      {shown.merged_code && <p class="muted">{t("merged_into", { code: shown.merged_code })}</p>}
      {shown.parts.length > 0 && (
        <section class="card stack-small">
          <h2>{t("parts")}</h2>
          <ul class="stack-small">
            {shown.parts.map((part) => (
              <li key={part.code}>
                {part.agency_name} <span class="pill">{part.state_name}</span>
                {part.answer && <p>{part.answer}</p>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const NAMED = new Set(["bounce", "bounce_up", "extend", "split", "remind", "escalate", "reply", "resume", "absorb"]);

/** Where the step led; or what it was, when the state alone does not say it. */
function stepWords(step: Step): string {
  const what = NAMED.has(step.action) ? t(`s_${step.action}` as "s_bounce") : step.state_name;
  return step.part ? t("s_part", { what }) : what;
}

function Timeline({ shown }: { shown: Case }) {
  return (
    <section class="card">
      <h2>{t("timeline")}</h2>
      <ol class="timeline stack-small">
        {(shown.timeline ?? []).map((step, place) => (
          <li key={place}>
            <b>{stepWords(step)}</b>
            <small>
              {moment(step.occurred_at)} · {step.agency_name ?? byWords(step.by)}
            </small>
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
