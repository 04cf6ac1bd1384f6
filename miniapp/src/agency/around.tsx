/** How a report came in and what is around it: never who sent it, never where a photo was taken. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Around as Shape } from "../api/types";
import { distance, moment, words } from "../ui/words";
import vi from "./around.json";

const t = words(vi);
const CLOCK_S = 300;

export function Around({ id }: { id: string }) {
  const read = useRead(`me:around:${me.value?.id}:${id}`, () =>
    got(api.GET("/v1/agency/reports/{report_id}/around", { params: { path: { report_id: id } } })),
  );
  const found = read.data;
  if (!found || !worth(found)) return null;
  const off = found.clock_off_s ?? 0;
  return (
    <section class="card stack-small" aria-labelledby="around-title">
      <h2 id="around-title">{t("title")}</h2>
      {found.place_doubted && <p class="box wait">{t("doubted", { m: Math.round(found.accuracy_m ?? 0) })}</p>}
      {found.photo_elsewhere && <p class="box wait">{t("photo_elsewhere")}</p>}
      {found.told_commune_name && <p>{t("told", { name: found.told_commune_name })}</p>}
      {found.on_behalf && <p>{t("on_behalf")}</p>}
      {found.occurred_at && Math.abs(off) > CLOCK_S && (
        <p>{t("clock", { at: moment(found.occurred_at), phone: moment(found.happened_at ?? found.occurred_at) })}</p>
      )}
      {found.supporters > 1 && <p>{t("supporters", { n: found.supporters })}</p>}
      {found.same_text > 0 && <p>{t("same_text", { n: found.same_text })}</p>}
      {found.candidates.length > 0 && (
        <>
          <h3>{t(found.candidates[0]?.why === "border" ? "border" : "maybe")}</h3>
          <ul>
            {found.candidates.map((one) => (
              <li key={one.commune_code}>
                {one.commune_name} · {distance(one.distance_m)}
                {one.agency_name && <span class="muted"> · {one.agency_name}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {found.incident.length > 0 && (
        <details>
          <summary>{t("incident", { n: found.incident.length })}</summary>
          <ul>
            {found.incident.map((one) => (
              <li key={one.id}>
                <a href={`#/xl/${one.id}`}>{one.code}</a> · {one.state_name} · {t("away", { distance: distance(one.distance_m), at: moment(one.received_at) })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** Nothing to say of a report that came in as most do. */
function worth(found: Shape): boolean {
  return Boolean(
    found.place_doubted || found.photo_elsewhere || found.told_commune_name || found.on_behalf || found.same_text || found.supporters > 1 ||
      found.candidates.length || found.incident.length || Math.abs(found.clock_off_s ?? 0) > CLOCK_S,
  );
}
