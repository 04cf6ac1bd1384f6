/** A risk level as Decision 18/2021 shows it: its colour, its number, its words and a sign; never colour alone. */
import type { Alert } from "../api/types";
import { Icon } from "../ui/icon";
import { t } from "./words";

type Shown = Pick<Alert, "risk_level" | "level_meaning" | "colour" | "colour_name" | "ink">;

export function Level({ alert, long = false }: { alert: Shown; long?: boolean }) {
  return (
    <span class="alert-level" style={{ background: alert.colour, color: alert.ink }}>
      <Icon name="warn" />
      {t("level", { n: alert.risk_level })}
      {long && ` · ${alert.level_meaning} (${alert.colour_name.toLowerCase()})`}
    </span>
  );
}
