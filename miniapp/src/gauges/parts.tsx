/** Pieces that several screens of gauges show: an alarm, a last good value, an order. */
import { Icon } from "../ui/icon";
import { ago, moment, number } from "../ui/words";
import type { Measured, Order, Station } from "./shapes";
import { amount, measuredOf, STAGE_ICONS, t, TREND_ICONS, trendWords } from "./words";

/** A river alarm: word, sign and colour. */
export function Stage({ stage }: { stage: number }) {
  return (
    <span class={`stage s${stage}`}>
      <Icon name={STAGE_ICONS[stage] ?? "warn"} />
      {t(`stage_${stage}` as "stage_0")}
    </span>
  );
}

/** A value with its age and where it is going; an old one says that it is old. */
export function Value({ measured, label = false }: { measured: Measured; label?: boolean }) {
  return (
    <div>
      <p class="gauge-now">
        {label && <span>{t(`q_${measured.quantity}` as "q_level")}</span>}
        <b class="big">{amount(measured.value, measured.unit)}</b>
        {measured.trend && !measured.stale && (
          <span>
            <Icon name={TREND_ICONS[measured.trend]} /> {trendWords(measured)}
          </span>
        )}
      </p>
      <small class={measured.stale ? "state wait" : ""}>{t(measured.stale ? "stale" : "measured", { when: ago(measured.at) })}</small>
    </div>
  );
}

/** What stands at a station, in a few lines. */
export function Standing({ station }: { station: Station }) {
  const level = measuredOf(station, "level");
  const rest = station.measured.filter((one) => one.quantity !== "level");
  return (
    <div class="gauge-lines">
      {station.alarm && (
        <p>
          <Stage stage={station.alarm.stage} /> {station.alarm.words}
        </p>
      )}
      {level && <Value measured={level} />}
      {rest.map((one) => (
        <Value key={one.quantity} measured={one} label />
      ))}
      {!station.measured.length && <p class="muted">{t("no_value")}</p>}
      {station.doubted_at && <small>{t("doubted", { at: moment(station.doubted_at) })}</small>}
      {station.order && <OrderLine order={station.order} />}
      {station.kind === "reservoir" && !station.order && <small>{t("order_none")}</small>}
    </div>
  );
}

export function OrderLine({ order }: { order: Order }) {
  const later = new Date(order.starts_at).getTime() > Date.now();
  return (
    <p>
      <b>{t(later ? "order_future" : "order", { from: number(order.from_m3s), to: number(order.to_m3s), at: moment(order.starts_at) })}</b>
      <br />
      <small>
        {t("order_by", { issuer: order.issuer })}
        {order.document && ` · ${order.document}`}
      </small>
    </p>
  );
}
