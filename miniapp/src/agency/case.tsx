/** One case: the matter, its place, photos and deadline, what happened, and the next step. */
import { useSignal } from "@preact/signals";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Shown } from "../ui/shown";
import { distance, moment, words } from "../ui/words";
import { Acting, byWords } from "./acting";
import { dueWords, isStaff, NotStaff } from "./inbox";
import { Photos } from "./photos";
import type { Case } from "./shapes";
import vi from "./vi.json";
import { askCase, askCategories } from "./wire";
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
  const coming = shown.photo_count - shown.photos.filter((photo) => photo.taken_for !== "after").length;
  return (
    <article class="stack">
      <p class="tags">
        {shown.urgent && <span class="pill bad">{t("urgent")}</span>}
        <span class="pill">{shown.state_name}</span>
        <span class="muted code">{shown.code}</span>
      </p>
      <p>
        <b class={`state ${due.kind}`}>{due.word}</b>
        {shown.agency_name && <span class="muted"> · {shown.agency_name}</span>}
      </p>
      {shown.description && <p class="card">{shown.description}</p>}
      <Photos photos={shown.photos} />
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

function Timeline({ shown }: { shown: Case }) {
  const read = useRead("report-categories", askCategories, { fresh: 3_600_000 });
  const names = new Map(read.data?.states.map((state) => [state.code, state.name]));
  return (
    <section class="card">
      <h2>{t("timeline")}</h2>
      <ol class="timeline stack-small">
        {(shown.timeline ?? []).map((step, place) => (
          <li key={place}>
            <b>{names.get(step.state) ?? step.state}</b>
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
