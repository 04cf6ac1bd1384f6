/** Shares with their intervals against the line of the target: own SVG, no colour without a word. */
import { number } from "../ui/words";
import { type Coverage, intervalOf, percentOf, stillNeeded } from "./coverage";
import { t, VerdictPill } from "./frame";

const at = (share: number): string => `${(share * 100).toFixed(2)}%`;

/** One interval on a 0–100 % scale: the band is where the truth may be, the bar is what was counted. */
export function IntervalBar({ row, threshold }: { row: Pick<Coverage, "share" | "low" | "high" | "verdict">; threshold: number }) {
  const { share, low, high } = row;
  return (
    <svg class={`interval ${row.verdict}`} width="100%" height="24" aria-hidden="true" focusable="false">
      <rect class="track" x="0" y="8" width="100%" height="8" rx="4" />
      {share !== null && low !== null && high !== null && (
        <>
          <rect class="band" x={at(low)} y="4" width={at(Math.max(high - low, 0.004))} height="16" rx="3" />
          <line class="point" x1={at(share)} x2={at(share)} y1="2" y2="22" />
        </>
      )}
      <line class="goal" x1={at(threshold)} x2={at(threshold)} y1="0" y2="24" />
    </svg>
  );
}

export function needWords(row: Coverage, threshold: number): string {
  if (row.suppressed) return t("kept_back");
  if (row.verdict !== "not_enough_data") return "";
  if (!row.adults_assessed) return t("need_first");
  const more = stillNeeded(row, threshold);
  if (more === null || (row.adults_registered !== null && more > row.adults_registered - row.adults_assessed)) return t("need_all");
  return more > 0 ? t("need_more", { n: number(more) }) : "";
}

export function Chart({ rows, threshold, finding }: { rows: Coverage[]; threshold: number; finding: string }) {
  return (
    <figure class="chart">
      <figcaption>{finding}</figcaption>
      <p class="scale" aria-hidden="true">
        <span>0 %</span>
        <b style={{ left: at(threshold) }}>{t("line", { share: `${Math.round(threshold * 100)} %` })}</b>
        <span>100 %</span>
      </p>
      <ul>
        {rows.map((row) => (
          <li key={row.commune_code}>
            <div class="chart-head">
              <b>{row.commune_name}</b>
              <span class="chart-share">
                {percentOf(row.share)} {row.share !== null && <small>({intervalOf(row)})</small>}
              </span>
              <VerdictPill verdict={row.verdict} />
            </div>
            <IntervalBar row={row} threshold={threshold} />
            {needWords(row, threshold) && <small>{needWords(row, threshold)}</small>}
          </li>
        ))}
      </ul>
    </figure>
  );
}
