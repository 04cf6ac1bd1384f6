/** A risk level as Decision 18/2021 shows it: its colour, its number, its words and five steps, so many of them full. */
import type { Alert } from "../api/types";
import { t } from "./words";

const LEVELS = [1, 2, 3, 4, 5];

type Shown = Pick<Alert, "risk_level" | "level_meaning" | "colour" | "colour_name" | "ink">;

export function Level({ alert, long = false }: { alert: Shown; long?: boolean }) {
  return (
    <span class="alert-level" style={{ background: alert.colour, color: alert.ink }}>
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        {LEVELS.map((n) => (
          <path key={n} d={`M${n * 4.5 - 1.5} 20V${20 - n * 3.2}`} class={n > alert.risk_level ? "unreached" : ""} />
        ))}
      </svg>
      {t("level", { n: alert.risk_level })}
      {long && ` · ${alert.level_meaning} (${alert.colour_name.toLowerCase()})`}
    </span>
  );
}
