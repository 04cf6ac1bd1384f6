/** C7: one warning: what to do first, then where, when and by whom. Kept on the phone with its time. */
import { api, fileUrl, got } from "../api/client";
import { useRead } from "../api/read";
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Shown } from "../ui/shown";
import { moment } from "../ui/words";
import "./alerts.css";
import AreaMap from "./area-map";
import { Hazard } from "./hazard";
import { Level } from "./level";
import { t } from "./words";

const AlertScreen: Screen = ({ place }) => {
  const id = place.params["id"] ?? "";
  const read = useRead(`alert:${id}`, () => got(api.GET("/v1/alerts/{alert_id}", { params: { path: { alert_id: id } } })));
  return (
    <Shown read={read} always head={{ title: t("title"), up: "/canh-bao", of: (alert) => alert.headline }}>
      {(alert) => {
        const over = new Date(alert.expires_at).getTime() < Date.now();
        return (
          <article class="stack">
            {alert.status !== "actual" && <p class="box wait">{t(alert.status)}</p>}
            {alert.cancelled_at ? (
              <p class="box wait">
                {t("cancelled", { at: moment(alert.cancelled_at) })} {alert.cancel_reason}
              </p>
            ) : (
              over && <p class="box">{t("over", { at: moment(alert.expires_at) })}</p>
            )}
            {alert.replaced_by && (
              <p class="box">
                {t("replaced")} <a href={`#/canh-bao/${alert.replaced_by}`}>{t("newer")}</a>
              </p>
            )}
            <p>
              <Level alert={alert} long /> <Hazard alert={alert} />
            </p>
            {alert.level_before !== null && alert.level_before !== alert.risk_level && (
              <p class="box">{t(alert.risk_level > alert.level_before ? "raised" : "lowered", { from: alert.level_before, to: alert.risk_level })}</p>
            )}
            {alert.instruction && (
              <section class="box bad">
                <h2>{t("do_now")}</h2>
                <p class="do-now">{alert.instruction}</p>
              </section>
            )}
            <section class="card stack">
              <h2>{t("what")}</h2>
              <p class="as-typed">{alert.description}</p>
              {alert.river_alarm && (
                <p>
                  <b>{t("river_alarm")}:</b> {alert.river_alarm}
                </p>
              )}
              <h2>{t("when")}</h2>
              <p>{t("from_to", { from: moment(alert.effective_at), to: moment(alert.expires_at) })}</p>
              {alert.onset_at && <p>{t("onset", { at: moment(alert.onset_at) })}</p>}
              <h2>{t("where")}</h2>
              <p>{alert.communes.map((commune) => commune.name).join(", ")}</p>
              <AreaMap province={alert.province_code} codes={alert.communes.map((one) => one.code)} colour={alert.colour} polygons={alert.polygons} circles={alert.circles} />
            </section>
            <p class="muted">{t("source", { who: alert.sender_name, at: moment(alert.sent_at) })}{alert.approved && ` · ${t("approved")}`}</p>
            <a class="btn wide" href="#/sos">
              <Icon name="phone" />
              {t("sos")}
            </a>
            <p>
              <a href={fileUrl(`/v1/alerts/${alert.id}/cap.xml`)}>{t("cap")}</a>
            </p>
          </article>
        );
      }}
    </Shown>
  );
};

export default AlertScreen;
