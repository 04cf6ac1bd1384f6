/** One crossing of an alarm level. */
import { moment } from "../ui/words";
import type { Crossing } from "./shapes";
import { amount, t } from "./words";

/** An alarm level that was passed, and the risk level of that moment as another thing. */
export function CrossingLine({ crossing }: { crossing: Crossing }) {
  const up = crossing.stage > crossing.stage_before;
  const { risk_low: low, risk_high: high } = crossing;
  const risk = low === null ? "" : `${low === high ? low : `${low}–${high}`}${crossing.risk_open ? "+" : ""}`;
  return (
    <>
      <b>{t(up ? "crossing_up" : "crossing_down", { stage: t(`stage_${crossing.stage}` as "stage_0").toLowerCase(), level: amount(crossing.value, "m") })}</b>
      <small>
        {moment(crossing.at)}
        {risk && ` · ${t("crossing_risk", { level: risk })}`}
      </small>
    </>
  );
}
