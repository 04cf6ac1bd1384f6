/** Where a warning is for: chosen communes only, or drawn as well. */
import { useSignal } from "@preact/signals";
import { Chips } from "../../ui/form";
import type { Filling } from "./filling";
import { Later } from "../../ui/later";
import { t } from "./words";

type Way = "communes" | "polygon" | "circle";
const board = () => import("./area/area-draw");

interface Props {
  province: string;
  now: Filling;
  set: (part: Partial<Filling>) => void;
}

export function AreaChoice({ province, now, set }: Props) {
  const way = useSignal<Way>(now.polygons.length ? "polygon" : now.circles.length ? "circle" : "communes");
  return (
    <div class="stack-small">
      <Chips
        name="way"
        legend={t("q_way")}
        hint={t("way_hint")}
        choices={(["communes", "polygon", "circle"] as const).map((value) => ({ value, label: t(`way_${value}`) }))}
        value={way.value}
        onChoose={(chosen) => {
          way.value = chosen;
          if (chosen === "communes") set({ polygons: [], circles: [] });
        }}
      />
      {way.value !== "communes" && <Later load={board} province={province} now={now} set={set} way={way.value} />}
    </div>
  );
}
