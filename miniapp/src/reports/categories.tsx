/** The subject: first the group, then what exactly; and who to call when people are in danger. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Category } from "../api/types";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);
const DAY = 86_400_000;

export const readCategories = () => got(api.GET("/v1/report-categories"));
export const useCategories = () => useRead("report-categories", readCategories, { fresh: DAY });

export function branch(categories: Category[], code: string | null): { top: string | null; leaf: string | null } {
  const chosen = categories.find((one) => one.code === code);
  if (!chosen) return { top: null, leaf: null };
  return chosen.parent_code ? { top: chosen.parent_code, leaf: chosen.code } : { top: chosen.code, leaf: null };
}

interface Props {
  top: string | null;
  value: string | null;
  onChoose: (top: string | null, leaf: Category | null) => void;
  wrong?: string | undefined;
}

export function CategoryField({ top, value, onChoose, wrong }: Props) {
  const read = useCategories();
  return (
    <Shown read={read} rows={2}>
      {(list) => {
        const tops = list.items.filter((one) => !one.parent_code);
        const leaves = top ? list.items.filter((one) => one.parent_code === top) : [];
        const chosen = list.items.find((one) => one.code === (value ?? top));
        return (
          <>
            <Chips
              name={leaves.length ? "category-group" : "category"}
              legend={t("what")}
              error={leaves.length ? undefined : wrong}
              value={top}
              onChoose={(code) => {
                const below = list.items.some((one) => one.parent_code === code);
                onChoose(code, below ? null : (tops.find((one) => one.code === code) ?? null));
              }}
              choices={tops.map((one) => ({ value: one.code, label: one.name }))}
            />
            {leaves.length > 0 && (
              <Chips
                name="category"
                legend={t("what_more")}
                error={wrong}
                value={value}
                onChoose={(code) => onChoose(top, leaves.find((one) => one.code === code) ?? null)}
                choices={leaves.map((one) => ({ value: one.code, label: one.name }))}
              />
            )}
            {chosen?.urgent && (
              <p class="box bad danger" role="alert">
                {t("danger", { phone: "114" })}{" "}
                <a class="btn small" href="tel:114">
                  <Icon name="phone" />
                  {t("call", { phone: "114" })}
                </a>
              </p>
            )}
            {chosen?.handed_to ? (
              <p class="box wait" role="alert">
                {chosen.handed_to}
              </p>
            ) : (
              chosen?.sealed && <p class="box">{t("sealed")}</p>
            )}
            {chosen?.hint && <p class="hint">{chosen.hint}</p>}
          </>
        );
      }}
    </Shown>
  );
}
