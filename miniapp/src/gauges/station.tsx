/** One station: what stands now, alarm and risk apart, its day, when it passed alarm levels, a reservoir's orders. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Screen } from "../main/router";
import { Shown } from "../ui/shown";
import { DayChart } from "./chart";
import { CrossingLine } from "./crossing";
import "./gauges.css";
import { OrderLine, Standing } from "./parts";
import type { StationDetail } from "./shapes";
import { amount, t } from "./words";

const StationScreen: Screen = ({ place }) => {
  const code = place.params["code"] ?? "";
  const read = useRead(`gauge:${code}`, () => got(api.GET("/v1/gauges/{code}", { params: { path: { code } } })));
  return (
    <Shown read={read} always head={{ title: t("title"), up: "/muc-nuoc", of: (detail) => detail.station.name }}>
      {(detail) => <Detail detail={detail} />}
    </Shown>
  );
};

function Detail({ detail }: { detail: StationDetail }) {
  const { station } = detail;
  const [one, two, three] = station.alarms;
  const until = new Date(detail.as_of).getTime();
  return (
    <div class="stack">
      <section class="card stack-small">
        <p class="muted">
          {[station.river && t("on_river", { river: station.river }), station.place].filter(Boolean).join(" · ")} {station.demo && <span class="pill">{t("demo")}</span>}
        </p>
        {station.alarms.length > 0 && <h2>{t("alarm_head")}</h2>}
        <Standing station={station} />
        {one !== undefined && two !== undefined && three !== undefined && (
          <p>{t("alarms", { one: amount(one, "m"), two: amount(two, "m"), three: amount(three, "m") })}</p>
        )}
      </section>
      {station.risk && (
        <section class="card stack-small">
          <h2>{t("risk_head")}</h2>
          <p>{station.risk.words}</p>
          <p class="hint">{t("risk_apart")}</p>
        </section>
      )}
      {detail.series
        .filter((series) => series.quantity !== "rain_24h")
        .map((series) => (
          <section key={series.quantity} class="stack-small">
            <h2>
              {t(`q_${series.quantity}` as "q_level")}: {t("day").toLowerCase()}
            </h2>
            <DayChart series={series} alarms={series.quantity === "level" ? station.alarms : []} until={until} />
          </section>
        ))}
      {!detail.series.length && <p class="muted">{t("day_none")}</p>}
      {detail.orders.length > 0 && (
        <section class="stack-small">
          <h2>{t("orders")}</h2>
          <ul class="cards">
            {detail.orders.map((order) => (
              <li key={order.id} class="card">
                <OrderLine order={order} /> {order.demo && <span class="pill">{t("demo")}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {detail.crossings.length > 0 && (
        <section class="stack-small">
          <h2>{t("crossings")}</h2>
          <ul class="cards">
            {detail.crossings.map((crossing) => (
              <li key={crossing.id} class="card">
                <CrossingLine crossing={crossing} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p class="muted">
        {t("source", { source: station.source })}. {station.assumed.length > 0 && t("assumed", { what: station.assumed.map((name) => t(`a_${name}` as "a_place")).join(", ") })}
      </p>
    </div>
  );
}

export default StationScreen;
