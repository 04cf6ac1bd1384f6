/** C7, the list: what is in force where the person lives, then elsewhere in the province; everybody may see all of it. */
import type { Alert } from "../api/types";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { moment } from "../ui/words";
import "./alerts.css";
import { Hazard } from "./hazard";
import { Level } from "./level";
import { t } from "./words";
import { inForce, useAlertsOf, useAllAlerts } from "./strip";

const NAMED = 4;

/** "Phường An Cựu, Phường Vỹ Dạ và 12 nơi khác": where, without a page of names. */
export function placesOf({ communes }: Pick<Alert, "communes">): string {
  const names = communes.slice(0, communes.length > NAMED + 1 ? NAMED : communes.length).map((one) => one.name);
  const rest = communes.length - names.length;
  return rest ? t("and_others", { names: names.join(", "), n: rest }) : names.join(", ");
}

function Card({ alert }: { alert: Alert }) {
  return (
    <a class="card link alert-card" style={{ borderLeftColor: alert.colour }} href={`#/canh-bao/${alert.id}`}>
      <Level alert={alert} /> {alert.status !== "actual" && <b>{t(alert.status)}</b>}
      <h3>{alert.headline}</h3>
      <Hazard alert={alert} />
      <small>{t("from_to", { from: moment(alert.effective_at), to: moment(alert.expires_at) })}</small>
      <small>{placesOf(alert)}</small>
    </a>
  );
}

function Cards({ alerts, none }: { alerts: Alert[]; none: string }) {
  if (!alerts.length) return <p class="muted">{none}</p>;
  return (
    <ul class="cards">
      {alerts.map((alert) => (
        <li key={alert.id}>
          <Card alert={alert} />
        </li>
      ))}
    </ul>
  );
}

function Here({ code, name }: { code: string; name: string }) {
  const read = useAlertsOf(code);
  return (
    <section class="stack-small" aria-labelledby="here">
      <h2 id="here">{name}</h2>
      <Shown read={read} always>
        {(page) => <Cards alerts={inForce(page.items)} none={t("none")} />}
      </Shown>
    </section>
  );
}

const Alerts: Screen = () => {
  const home = homeCommune.value;
  const read = useAllAlerts();
  return (
    <div class="stack">
      <Head title={t("title")} up="/" />
      <p>
        <a href="#/canh-bao/noi-theo-doi">{t("places_title")}</a>
      </p>
      <div class="actions even">
        <a class="btn ghost" href="#/ban-do-lu">
          <Icon name="map" />
          {t("flood_map")}
        </a>
        <a class="btn ghost" href="#/muc-nuoc">
          <Icon name="chart" />
          {t("gauges")}
        </a>
      </div>
      {home ? (
        <Here key={home.code} code={home.code} name={home.full_name} />
      ) : (
        <section class="box stack-small">
          <p>{t("none_place")}</p>
          <a class="btn" href="#/noi-o">
            {t("choose")}
          </a>
        </section>
      )}
      {(!home || read.data) && (
        <section class="stack-small" aria-labelledby="elsewhere">
          <h2 id="elsewhere">{t(home ? "elsewhere" : "everywhere")}</h2>
          <Shown read={read} always={!home}>
            {(page) => (
              <Cards
                alerts={inForce(page.items).filter((alert) => !home || !alert.communes.some((one) => one.code === home.code))}
                none={t(home ? "none_elsewhere" : "none")}
              />
            )}
          </Shown>
        </section>
      )}
    </div>
  );
};

export default Alerts;
