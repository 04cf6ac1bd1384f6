/** How levels, alarms and trends are said; a sign and a word always beside a colour. */
import type { IconName } from "../ui/icon";
import { number, words } from "../ui/words";
import type { Measured, Station } from "./shapes";
import vi from "./vi.json";

export const t = words(vi);

/** "3,54 m", "22 mm", "1.450 m³/s". */
export function amount(value: number, unit: string): string {
  if (unit === "m") return `${value.toFixed(2).replace(".", ",")} m`;
  return `${number(value)} ${unit === "m3/s" ? "m³/s" : unit}`;
}

export const STAGE_ICONS: IconName[] = ["check", "warn", "warn", "warn"];

export const measuredOf = (station: Station, quantity: Measured["quantity"]): Measured | undefined => station.measured.find((one) => one.quantity === quantity);

/** "BĐ3 + 0,04 m" of a level against the alarm level it reached, or is still below. */
export function againstAlarm(stage: number, level: number, reference: number): string {
  const far = level - reference;
  if (stage === 0) return t("below", { far: amount(-far, "m") });
  return t("above", { stage, far: amount(far, "m") });
}

export function trendWords(measured: Measured): string {
  if (!measured.trend || measured.per_hour === null) return "";
  if (measured.trend === "steady") return t("trend_steady");
  return t(`trend_${measured.trend}`, { cm: number(Math.abs(Math.round(measured.per_hour * 100))) });
}

export const TREND_ICONS: Record<NonNullable<Measured["trend"]>, IconName> = { rising: "up", falling: "down", steady: "minus" };
