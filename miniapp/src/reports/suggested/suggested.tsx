/** One tap in place of two: the subjects this report is probably about. */
import type { Category } from "../../api/types";
import { inForce, useAllAlerts } from "../../alerts/strip";
import { platform } from "../../platform";
import { words } from "../../ui/words";
import { useCategories } from "../categories";
import { remembered, suggest } from "./suggest";
import vi from "./vi.json";

const t = words(vi);
const KEY = "reported-last";
/** Storm; rain, floods, landslides; surge: groups of Decision 18/2021. */
const WATER = new Set([1, 2, 5]);

const recent = (): string[] => (platform.store.get(KEY) ?? "").split(" ").filter(Boolean);
export const remember = (one: Category): void => platform.store.set(KEY, remembered(recent(), one).join(" "));

export function Suggested({ note, onChoose }: { note: string; onChoose: (one: Category) => void }) {
  const categories = useCategories();
  const alerts = useAllAlerts();
  if (!categories.data) return null;
  const water = inForce(alerts.data?.items ?? []).some((alert) => alert.status === "actual" && WATER.has(alert.hazard_group));
  return (
    <div class="stack-small" role="group" aria-labelledby="suggested">
      <b id="suggested">{t("suggested")}</b>
      <div class="actions">
        {suggest(categories.data.items, { note, recent: recent(), common: categories.data?.common ?? [], water }).map((one) => (
          <button key={one.code} type="button" class="btn small ghost" onClick={() => onChoose(one)}>
            {one.name}
          </button>
        ))}
      </div>
    </div>
  );
}
