/** Second factors that were taken away: whose, by whom, when and why. */
import { useSignal } from "@preact/signals";
import type { Page } from "../../api/types";
import { moment } from "../../ui/words";
import type { FactorReset } from "../shapes";
import { askResets } from "../wire";
import { why } from "./why";
import { t } from "./words";

export function Resets({ page }: { page: Page<FactorReset> }) {
  const later = useSignal<Page<FactorReset> | null>(null);
  const trouble = useSignal("");
  const next = later.value ? later.value.next : page.next;
  const more = async (cursor: string) => {
    try {
      const found = await askResets(cursor);
      later.value = { items: [...(later.value?.items ?? []), ...found.items], next: found.next ?? null };
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <details class="card more">
      <summary>{t("f_log")}</summary>
      <ul class="cards">
        {[...page.items, ...(later.value?.items ?? [])].map((one) => (
          <li key={one.id} class="card stack-small">
            <b>{one.person_name || t("g_nameless")}</b>
            <small>{t("f_by", { name: one.reset_by ? one.reset_by_name || t("g_nameless") : t("f_machine"), at: moment(one.reset_at) })}</small>
            <small>{one.reason}</small>
          </li>
        ))}
      </ul>
      {trouble.value && <p class="box bad">{trouble.value}</p>}
      {next && (
        <button type="button" class="btn ghost wide" onClick={() => void more(next)}>
          {t("more")}
        </button>
      )}
    </details>
  );
}
