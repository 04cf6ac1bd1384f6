/** How agencies answer and what people think of them: counts and sums, never what anybody wrote. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import { me } from "../api/session";
import { Shown } from "../ui/shown";
import { moment, number, words } from "../ui/words";
import type { AgencyRatings, QuestionCount } from "./shapes";
import vi from "./vi.json";

const t = words(vi);

export function Sums() {
  const counts = useRead(`me:question-counts:${me.value?.id}`, () => got(api.GET("/v1/agency/dossier-question-counts")));
  const ratings = useRead(`me:rating-sums:${me.value?.id}`, () => got(api.GET("/v1/agency/dossier-ratings")));
  return (
    <>
      <section aria-labelledby="counts" class="stack">
        <h2 id="counts">{t("counts")}</h2>
        <Shown read={counts} always empty={{ when: (found) => found.items.length === 0, title: t("counts_none") }}>
          {(found) => (
            <ul class="cards">
              {found.items.map((one) => (
                <li key={one.agency_id} class="card">
                  <Counted one={one} />
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </section>
      <section aria-labelledby="ratings" class="stack">
        <h2 id="ratings">{t("ratings")}</h2>
        <p class="muted">{t("ratings_hint")}</p>
        <Shown read={ratings} empty={{ when: (found) => found.items.length === 0, title: t("ratings_none") }}>
          {(found) => (
            <ul class="cards">
              {found.items.map((one) => (
                <li key={one.agency_id} class="card">
                  <Rated one={one} smallest={found.smallest} />
                </li>
              ))}
            </ul>
          )}
        </Shown>
      </section>
    </>
  );
}

function Counted({ one }: { one: QuestionCount }) {
  return (
    <>
      <b>{one.agency_name}</b>
      <span class={one.overdue ? "state bad" : "state"}>{t("counted", { open: one.open, overdue: one.overdue })}</span>
      {one.oldest_due_at && <small>{t("oldest_due", { at: moment(one.oldest_due_at) })}</small>}
      <small class="muted">{t("counted_before", { good: one.answered_in_time, late: one.answered_late })}</small>
    </>
  );
}

function Rated({ one, smallest }: { one: AgencyRatings; smallest: number }) {
  if (one.suppressed || one.average === null)
    return (
      <>
        <b>{one.agency_name}</b>
        <small>{t("too_few", { n: smallest })}</small>
      </>
    );
  return (
    <>
      <b>{one.agency_name}</b>
      <span class="state">{t("average", { stars: number(one.average), n: one.ratings ?? 0 })}</span>
      {one.satisfied !== null && <small>{t("satisfied", { n: one.satisfied })}</small>}
      {one.reasons.length > 0 && (
        <small class="muted">{one.reasons.map((reason) => `${reason.text}: ${reason.count ?? t("few", { n: smallest })}`).join(" · ")}</small>
      )}
    </>
  );
}
