/** O2: communes by verdict, colour and hatch together; one chosen by touch or from the list. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { inside } from "../places/map-math";
import { CommuneMapView, fitted } from "../places/map";
import { useCommuneMap } from "../places/topology";
import { Failed, Loading } from "../ui/shown";
import { number } from "../ui/words";
import { needWords, IntervalBar } from "./chart";
import { type Coverage, intervalOf, percentOf } from "./coverage";
import { t, VerdictPill } from "./frame";

const RATIO = 0.9;

export function VerdictMap({ rows, threshold, finding, province }: { rows: Coverage[]; threshold: number; finding: string; province: string }) {
  const { read, map } = useCommuneMap(province);
  const chosen = useSignal("");
  const moved = useSignal<{ x: number; y: number; w: number; h: number } | null>(null);
  const whole = useRef<{ x: number; y: number; w: number; h: number } | null>(null);
  const of = new Map(rows.map((row) => [row.commune_code, row]));
  const row = of.get(chosen.value);
  if (!map) return read.failure ? <Failed failure={read.failure} again={read.again} /> : <Loading />;
  whole.current ??= fitted(map.extent, RATIO);
  return (
    <div class="map-side">
      <div>
        <svg width="0" height="0" class="hidden" aria-hidden="true" focusable="false">
          <defs>
            <pattern id="hatch-not_met" patternUnits="userSpaceOnUse" width="2400" height="2400" patternTransform="rotate(45)">
              <rect class="ground-not_met" width="2400" height="2400" />
              <line class="ink-not_met" x1="0" y1="0" x2="0" y2="2400" stroke-width="700" />
            </pattern>
            <pattern id="hatch-not_enough_data" patternUnits="userSpaceOnUse" width="2400" height="2400">
              <rect class="ground-not_enough_data" width="2400" height="2400" />
              <circle class="ink-not_enough_data" cx="1200" cy="1200" r="420" />
            </pattern>
          </defs>
        </svg>
        <CommuneMapView
          map={map}
          label={t("map_label", { finding })}
          view={moved.value ?? whole.current}
          onView={(view) => (moved.value = view)}
          onTap={(xy) => (chosen.value = map.cells.find((cell) => inside(xy, cell.rings))?.code ?? chosen.value)}
          classOf={(cell) => `v-${of.get(cell.code)?.verdict ?? "none"} ${cell.code === chosen.value ? "chosen" : ""}`}
        />
        <ul class="legend">
          {(["met", "not_met", "not_enough_data"] as const).map((verdict) => (
            <li key={verdict}>
              <svg width="24" height="24" viewBox="0 0 7200 7200" aria-hidden="true" focusable="false">
                <rect class={`cell v-${verdict}`} width="7200" height="7200" />
              </svg>
              {t(`v_${verdict}`)}
            </li>
          ))}
        </ul>
      </div>
      <div class="stack">
        <div class="field">
          <label for="map-pick">{t("map_pick")}</label>
          <select id="map-pick" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
            <option value="">{t("map_none")}</option>
            {[...rows]
              .sort((a, b) => a.commune_name.localeCompare(b.commune_name, "vi"))
              .map((one) => (
                <option key={one.commune_code} value={one.commune_code ?? ""}>
                  {one.commune_name}
                </option>
              ))}
          </select>
        </div>
        <div aria-live="polite">{row ? <Side row={row} threshold={threshold} /> : <p class="muted">{t("map_choose")}</p>}</div>
      </div>
    </div>
  );
}

function Side({ row, threshold }: { row: Coverage; threshold: number }) {
  const lines = [
    ["registered", row.adults_registered],
    ["reached", row.adults_reached],
    ["assessed", row.adults_assessed],
    ["able", row.know_and_can],
    ["visits", row.visits],
  ] as const;
  return (
    <section class="card stack-small">
      <h3>{row.commune_name}</h3>
      <p>
        <b class="big">{percentOf(row.share)}</b> {row.share !== null && <span class="muted">({intervalOf(row)})</span>}
      </p>
      <IntervalBar row={row} threshold={threshold} />
      <VerdictPill verdict={row.verdict} />
      {needWords(row, threshold) && <p>{needWords(row, threshold)}</p>}
      <dl class="lines">
        {lines.map(([word, value]) => (
          <div key={word}>
            <dt>{t(word)}</dt>
            <dd>{value === null ? "–" : number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
