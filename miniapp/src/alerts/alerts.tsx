/** C7, the list: what is in force where the person lives, then what is over. */
import { useRead } from "../api/read";
import type { Alert } from "../api/types";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { Empty, Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { moment, words } from "../ui/words";
import "./alerts.css";
import { inForce, readAlerts } from "./strip";
import vi from "./vi.json";

const t = words(vi);

function Card({ alert }: { alert: Alert }) {
  return (
    <a class={`card link alert-card level-${alert.risk_level}`} href={`#/canh-bao/${alert.id}`}>
      <span class="alert-level">{t("level", { n: alert.risk_level })}</span> {alert.status !== "actual" && <b>{t(alert.status)}</b>}
      <h2>{alert.headline}</h2>
      <small>{t("from_to", { from: moment(alert.effective_at), to: moment(alert.expires_at) })}</small>
    </a>
  );
}

const Alerts: Screen = () => {
  const code = homeCommune.value?.code;
  const read = useRead(code ? `alerts:${code}` : null, readAlerts(code ?? ""));
  return (
    <div class="stack">
      <Head title={t("title")} up="/" />
      {code ? (
        <Shown read={read} always empty={{ when: (page) => !inForce(page.items).length, title: t("none") }}>
          {(page) => (
            <ul class="cards">
              {inForce(page.items).map((alert) => (
                <li key={alert.id}>
                  <Card alert={alert} />
                </li>
              ))}
            </ul>
          )}
        </Shown>
      ) : (
        <Empty title={t("none_place")}>
          <a class="btn" href="#/noi-o">
            {t("choose")}
          </a>
        </Empty>
      )}
    </div>
  );
};

export default Alerts;
