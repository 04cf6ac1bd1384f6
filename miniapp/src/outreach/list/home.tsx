/** V2: one house: who is there, what they can do, what happened before, and the button to begin. */
import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { moment } from "../../ui/words";
import type { Household } from "../fold";
import { knownWords, lastWords, Lost, personWords, resultWord, SyncPill, Walking } from "../frame";
import { t } from "./words";
import { events, type Recorded } from "../queue";
import { said } from "../visit/versions";
import { database, homeOf } from "../state";
import "./list.css";

export const HomeCard: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      return home ? <Card home={home} /> : <Lost id={place.params["id"] ?? ""} />;
    }}
  </Walking>
);

function Card({ home }: { home: Household }) {
  const begun = useSignal(false);
  useEffect(() => {
    void database()
      ?.get("draft", home.id)
      .then((draft) => (begun.value = draft !== undefined));
  }, [home.id]);
  const base = `#/tn/ho/${home.id}`;
  const visits = events.value.filter((row) => row.type === "visit_logged" && row.household_id === home.id && row.state !== "replaced").reverse() as Recorded<"visit_logged">[];
  return (
    <div class="stack">
      <Head title={home.reference} up="/tn/ho">
        <SyncPill />
      </Head>
      <p class="muted">{home.hamlet}</p>
      {home.do_not_contact && <p class="box bad">{t("do_not_contact")}</p>}
      <dl class="figures">
        <div>
          <dt>{t("house_adults")}</dt>
          <dd>{home.adults_total ?? home.adults.length}</dd>
        </div>
        <div>
          <dt>{t("house_assessed")}</dt>
          <dd>{home.adults.filter((adult) => adult.assessed).length}</dd>
        </div>
        <div>
          <dt>{t("house_can")}</dt>
          <dd>{home.adults.filter((adult) => adult.assessed && adult.knows && adult.can).length}</dd>
        </div>
      </dl>
      <p>
        {lastWords(home)}
        {home.revisit_at && (
          <>
            <br />
            <b>{t("revisit_on", { on: moment(home.revisit_at) })}</b>
          </>
        )}
      </p>
      {home.pending > 0 && <p class="pill wait">{t("pending", { n: home.pending })}</p>}
      {!home.do_not_contact && (
        <a class="btn wide" href={`${base}/tham`}>
          {begun.value ? t("resume_visit") : t("start_visit")}
        </a>
      )}
      <section class="stack">
        {home.adults.length === 0 && (
          <div class="card">
            <b>{t("no_adults")}</b>
            <p class="muted">{t("no_adults_hint")}</p>
          </div>
        )}
        <ul class="cards">
          {home.adults.map((adult) => {
            const { word, kind } = knownWords(adult);
            return (
              <li key={adult.id} class="card person">
                <Icon name="person" />
                <span>
                  <b>{personWords(adult)}</b>
                  <span class={`state ${kind}`}>{word}</span>
                </span>
                <a class="btn small ghost" href={`${base}/nguoi/${adult.id}`} aria-label={`${t("edit_adult")}: ${adult.label}`}>
                  {t("edit_adult")}
                </a>
              </li>
            );
          })}
        </ul>
        {visits.length > 0 && (
          <>
            <h2>{t("visits_here")}</h2>
            <ul class="cards">
              {visits.map((row) => (
                <li key={row.event_id}>
                  <a class="card link door" href={`${base}/tham/${row.subject}`}>
                    <span>
                      <b>{moment(row.device_time)}</b>
                      <small>{resultWord(said(row).result)}</small>
                    </span>
                    <Icon name="next" />
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <div class="actions">
          <a class="btn ghost" href={`${base}/nguoi`}>
            <Icon name="plus" />
            {t("add_adult")}
          </a>
          <a class="btn ghost" href={`${base}/sua`}>
            {t("edit_house")}
          </a>
          <a class="btn ghost" href={`${base}/so`}>
            {t("book")}
          </a>
          <a class="btn ghost" href={`#/tn/doi/quyen?ho=${home.id}`}>
            {t("rights")}
          </a>
        </div>
      </section>
    </div>
  );
}
