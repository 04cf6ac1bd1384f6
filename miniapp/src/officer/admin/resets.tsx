/** Second factors that were taken away: whose, by whom, when and why. */
import type { Page } from "../../api/types";
import { useMore } from "../../ui/more";
import { moment } from "../../ui/words";
import type { FactorReset } from "../shapes";
import { askResets } from "../wire";
import { t } from "./words";

export function Resets({ page }: { page: Page<FactorReset> }) {
  const more = useMore<FactorReset>(page, askResets);
  return (
    <details class="card more">
      <summary>{t("f_log")}</summary>
      <ul class="cards">
        {more.items.map((one) => (
          <li key={one.id} class="card stack-small">
            <b>{one.person_name || t("g_nameless")}</b>
            <small>{t("f_by", { name: one.reset_by ? one.reset_by_name || t("g_nameless") : t("f_machine"), at: moment(one.reset_at) })}</small>
            <small>{one.reason}</small>
          </li>
        ))}
      </ul>
      {more.button}
    </details>
  );
}
