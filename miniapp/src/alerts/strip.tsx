/** The warning in force, above everything on home; from the phone's copy when offline. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Alert } from "../api/types";
import { homeCommune } from "../places/home";
import vi from "../main/vi.json";
import { Icon } from "../ui/icon";
import { moment, words } from "../ui/words";

const t = words(vi);

/** Of several, the one that matters most; what has expired does not matter. */
export function inForce(alerts: Alert[], now: number = Date.now()): Alert[] {
  return alerts
    .filter((alert) => new Date(alert.expires_at).getTime() > now)
    .sort((a, b) => Number(b.status === "actual") - Number(a.status === "actual") || b.risk_level - a.risk_level);
}

export const readAlerts = (commune: string) => () =>
  got(api.GET("/v1/alerts", { params: { query: { commune, active: true } } }));

export function AlertStrip() {
  const code = homeCommune.value?.code;
  const read = useRead(code ? `alerts:${code}` : null, readAlerts(code ?? ""));
  const [alert, ...rest] = inForce(read.data?.items ?? []);
  if (!alert) return null;
  return (
    <div role="alert">
    <a class={`alert-strip level-${alert.risk_level}`} href={rest.length ? "#/canh-bao" : `#/canh-bao/${alert.id}`}>
      <Icon name="warn" />
      <span>
        {alert.status !== "actual" && <b class="drill">{t(alert.status)}</b>}
        <b>{alert.headline}</b>
        <small>
          {t("alert_level", { n: alert.risk_level })} · {t("alert_until", { until: moment(alert.expires_at) })} ·{" "}
          {t("alert_seen_at", { at: moment(read.at) })}
        </small>
      </span>
      <u>{t("alert_see")}</u>
    </a>
    </div>
  );
}
