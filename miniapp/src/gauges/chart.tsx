/** A day of a level or of rain: own SVG, alarm lines with their names, the same in words and as a table. */
import { clock, moment } from "../ui/words";
import type { Series } from "./shapes";
import { amount, t } from "./words";

const W = 340;
const H = 170;
const LEFT = 34;
const RIGHT = 6;
const TOP = 10;
const BOTTOM = 22;
const HOUR = 3_600_000;
/** A longer silence is a gap in the line: nobody knows what was between. */
const GAP = 1.75 * HOUR;

interface Dot {
  at: number;
  value: number;
}

export const dotsOf = (series: Series): Dot[] => series.points.map((one) => ({ at: new Date(one.at).getTime(), value: one.value }));

/** Runs of points without a longer silence between them. */
export function runsOf(dots: Dot[]): Dot[][] {
  const runs: Dot[][] = [];
  for (const dot of dots) {
    const last = runs.at(-1);
    const before = last?.at(-1);
    if (last && before && dot.at - before.at <= GAP) last.push(dot);
    else runs.push([dot]);
  }
  return runs;
}

/** The day in one sentence: what a person who does not see the drawing needs. */
export function dayWords(series: Series): string {
  const dots = dotsOf(series);
  const last = dots.at(-1);
  if (!last) return t("day_none");
  const high = dots.reduce((a, b) => (b.value > a.value ? b : a));
  if (series.quantity === "rain_1h") {
    const sum = dots.reduce((total, dot) => total + dot.value, 0);
    return t("day_rain", { sum: amount(Math.round(sum * 10) / 10, series.unit), high: amount(high.value, series.unit), high_at: moment(high.at) });
  }
  const low = dots.reduce((a, b) => (b.value < a.value ? b : a));
  const said = (dot: Dot) => amount(dot.value, series.unit);
  return t("day_level", { low: said(low), low_at: moment(low.at), high: said(high), high_at: moment(high.at), last: said(last), last_at: moment(last.at) });
}

export function DayChart({ series, alarms, until }: { series: Series; alarms: number[]; until: number }) {
  const dots = dotsOf(series);
  const bars = series.quantity === "rain_1h";
  const values = dots.map((dot) => dot.value);
  const most = Math.max(...values, ...alarms, bars ? 1 : -1e9);
  const least = bars ? 0 : Math.min(...values, ...alarms);
  const room = (most - least || 1) * 0.08;
  const [top, base] = [most + room, bars ? 0 : least - room];
  const x = (at: number) => LEFT + ((at - (until - 24 * HOUR)) / (24 * HOUR)) * (W - LEFT - RIGHT);
  const y = (value: number) => TOP + ((top - value) / (top - base)) * (H - TOP - BOTTOM);
  const hours = [24, 18, 12, 6, 0].map((hour) => until - hour * HOUR);
  const short = (value: number) => (series.unit === "m" ? value.toFixed(1) : String(Math.round(value))).replace(".", ",");
  const path = (run: Dot[]) => run.map((dot, index) => `${index ? "L" : "M"}${x(dot.at).toFixed(1)} ${y(dot.value).toFixed(1)}`).join("");
  return (
    <figure class="gauge-chart stack-small">
      <svg viewBox={`0 0 ${W} ${H}`} role="img" aria-label={dayWords(series)}>
        <line class="axis" x1={LEFT} x2={W - RIGHT} y1={H - BOTTOM} y2={H - BOTTOM} />
        {[least, most].map((value) => (
          <text key={value} x={LEFT - 4} y={y(value) + 4} text-anchor="end">
            {short(value)}
          </text>
        ))}
        {hours.map((at, index) => (
          <text key={at} x={x(at)} y={H - 6} text-anchor={index === 0 ? "start" : index === 4 ? "end" : "middle"}>
            {clock(at)}
          </text>
        ))}
        {alarms.map((level, index) => (
          <g key={level}>
            <line class={`alarm a${index + 1}`} x1={LEFT} x2={W - RIGHT} y1={y(level)} y2={y(level)} stroke-width="1.5" />
            <text x={LEFT + 3} y={y(level) - 3}>
              {t("alarm_line", { n: index + 1, level: short(level) })}
            </text>
          </g>
        ))}
        {bars
          ? dots.map((dot) => <rect key={dot.at} class="bar" x={x(dot.at) - 5} width="9" y={y(dot.value)} height={Math.max(0, y(0) - y(dot.value))} />)
          : runsOf(dots).map((run) => (run.length > 1 ? <path key={run[0]?.at} class="series" d={path(run)} /> : run.map((dot) => <circle key={dot.at} class="dot" cx={x(dot.at)} cy={y(dot.value)} r="3" />)))}
      </svg>
      <figcaption>{dayWords(series)}</figcaption>
      <details>
        <summary>{t("as_table")}</summary>
        <table class="gauge-table">
          <thead>
            <tr>
              <th scope="col">{t("col_time")}</th>
              <th scope="col">{t("col_value")}</th>
            </tr>
          </thead>
          <tbody>
            {[...dots].reverse().map((dot) => (
              <tr key={dot.at}>
                <td>{moment(dot.at)}</td>
                <td>{amount(dot.value, series.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
