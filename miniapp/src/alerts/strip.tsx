/** The warning in force, above everything on home; from the phone's copy when offline. And what is read for it. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Alert, Page } from "../api/types";
import { homeCommune } from "../places/home";
import vi from "../main/vi.json";
import { Icon } from "../ui/icon";
import { moment, words } from "../ui/words";

const t = words(vi);
/** From this level a warning is told without asking (decision 0030). */
const DANGER = 3;

/** Of several, the one that matters most; what has expired does not matter. */
export function inForce(alerts: Alert[], now: number = Date.now()): Alert[] {
  return alerts
    .filter((alert) => new Date(alert.expires_at).getTime() > now)
    .sort((a, b) => Number(b.status === "actual") - Number(a.status === "actual") || b.risk_level - a.risk_level);
}

const readAlerts = (query: { commune?: string; limit?: number }) => async () => (await got(api.GET("/v1/alerts", { params: { query: { active: true, ...query } } }))) as Page<Alert>;

/** The warnings of one commune; nothing while there is none. */
export const useAlertsOf = (commune: string | undefined) => useRead(commune ? `alerts:${commune}` : null, readAlerts({ commune: commune ?? "" }));

/** The warnings of the whole province. */
export const useAllAlerts = (wanted = true) => useRead(wanted ? "alerts:all" : null, readAlerts({ limit: 100 }));

/** For who has not said where they live: that there is something, in the row of the place, so that nothing moves. */
export function AlertCount() {
  const stranger = !homeCommune.value;
  const alerts = inForce(useAllAlerts(stranger).data?.items ?? []);
  const real = alerts.filter((alert) => alert.status === "actual").length;
  if (!stranger || !alerts.length) return null;
  return (
    <a class="alert-count" href="#/canh-bao">
      <Icon name="warn" />
      {real ? t("alert_count", { n: real }) : t("alert_count_drill", { n: alerts.length })}
    </a>
  );
}

/** Storm; rain, floods, landslides; surge: groups of Decision 18/2021 whose reports and gauges are on the flood map. */
const WATER = new Set([1, 2, 5]);

/** The way to the flood map, there while a warning of water is in force where the person lives, or anywhere for who has not said. */
export function FloodTile() {
  const code = homeCommune.value?.code;
  const mine = useAlertsOf(code);
  const all = useAllAlerts(!code);
  const alerts = inForce((code ? mine : all).data?.items ?? []);
  if (!alerts.some((alert) => WATER.has(alert.hazard_group))) return null;
  return (
    <li class="wide">
      <a href="#/ban-do-lu">
        <Icon name="map" />
        <b>{t("tile_flood")}</b>
        <small>{t("tile_flood_hint")}</small>
      </a>
    </li>
  );
}

/** Danger to life, for real: the strip takes the screen's whole width and says what to do first. */
const dangerous = (alert: Alert) => alert.status === "actual" && alert.risk_level >= DANGER;

export function AlertStrip() {
  const read = useAlertsOf(homeCommune.value?.code);
  const [alert, ...rest] = inForce(read.data?.items ?? []);
  if (!alert) return null;
  return (
    <div role="alert">
      <a class={`alert-strip level-${alert.risk_level} ${dangerous(alert) ? "danger" : ""}`} style={dangerous(alert) ? { background: alert.colour, color: alert.ink } : {}} href={rest.length ? "#/canh-bao" : `#/canh-bao/${alert.id}`}>
        <Icon name="warn" />
        <span>
          {alert.status !== "actual" && <b class="drill">{t(alert.status)}</b>}
          <b>{alert.headline}</b>
          {dangerous(alert) && alert.instruction && <em>{alert.instruction.split("\n")[0]}</em>}
          <small>
            {t("alert_level", { n: alert.risk_level })}: {alert.level_meaning.toLowerCase()} · {t("alert_until", { until: moment(alert.expires_at) })} ·{" "}
            {t("alert_seen_at", { at: moment(read.at) })}
          </small>
        </span>
        <u>{t("alert_see")}</u>
      </a>
    </div>
  );
}
