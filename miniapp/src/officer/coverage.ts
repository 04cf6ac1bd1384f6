/** Coverage as the server counts it, and what a screen may say about it. Pure. */
export type Verdict = "met" | "not_met" | "not_enough_data";

export interface Coverage {
  commune_code: string | null;
  commune_name: string;
  adults_registered: number | null;
  adults_population: number | null;
  population_on: string | null;
  population_source: string | null;
  adults_reached: number | null;
  adults_assessed: number | null;
  know_and_can: number | null;
  share: number | null;
  low: number | null;
  high: number | null;
  bound_low: number | null;
  bound_high: number | null;
  verdict: Verdict;
  visits: number | null;
  suppressed?: boolean;
}
export interface CoverageReport {
  as_of: string;
  province_code: string;
  method: string;
  target: { threshold: number; due_on: string; legal_basis: string; past_due: boolean };
  total: Coverage;
  communes: Coverage[];
}

const ONE_SIDED = 1.6448536269514722;

/** Wilson's score interval (1927). */
export function wilson(successes: number, trials: number, z: number = ONE_SIDED): { low: number; high: number } {
  if (trials <= 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const spread = (z * z) / trials;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (z / (1 + spread)) * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials));
  return { low: successes === 0 ? 0 : Math.max(0, centre - half), high: successes === trials ? 1 : Math.min(1, centre + half) };
}

const FURTHEST = 100_000;

/** How many more adults must be assessed before anything may be said, if the share stays as it is.
 * Null: more than anybody could ask, the share lies too close to the line. */
export function stillNeeded(row: Pick<Coverage, "share" | "adults_assessed">, threshold: number): number | null {
  const { share, adults_assessed: now } = row;
  if (share === null || !now) return null;
  const decided = (n: number) => {
    const { low, high } = wilson(share * n, n);
    return low >= threshold || high < threshold;
  };
  if (decided(now)) return 0;
  if (!decided(FURTHEST)) return null;
  let [no, yes] = [now, FURTHEST];
  while (yes - no > 1) {
    const middle = (no + yes) >> 1;
    if (decided(middle)) yes = middle;
    else no = middle;
  }
  return yes - now;
}

const percent = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** 0.614 → "61,4 %"; rounded, but never across the line it must not cross. */
export function percentOf(share: number | null): string {
  return share === null ? "–" : `${percent.format(share * 100)} %`;
}

export function intervalOf({ low, high }: Pick<Coverage, "low" | "high">): string {
  return low === null || high === null ? "" : `${percent.format(low * 100)}–${percent.format(high * 100)}`;
}

const ORDER: Record<Verdict, number> = { met: 0, not_met: 2, not_enough_data: 1 };

/** What is proven first, then what is open, then what is missed; inside each by the lower bound. */
export function ranked(rows: Coverage[]): Coverage[] {
  return [...rows].sort(
    (a, b) =>
      Number(!a.adults_assessed) - Number(!b.adults_assessed) ||
      ORDER[a.verdict] - ORDER[b.verdict] ||
      (b.low ?? -1) - (a.low ?? -1) ||
      a.commune_name.localeCompare(b.commune_name, "vi"),
  );
}

export type Column = "commune_name" | "adults_registered" | "adults_reached" | "adults_assessed" | "know_and_can" | "share" | "verdict";

export function sorted(rows: Coverage[], column: Column, down: boolean): Coverage[] {
  const sign = down ? -1 : 1;
  return [...rows].sort((a, b) => {
    const order =
      column === "commune_name"
        ? a.commune_name.localeCompare(b.commune_name, "vi")
        : column === "verdict"
          ? ORDER[a.verdict] - ORDER[b.verdict]
          : (a[column] ?? -1) - (b[column] ?? -1);
    return sign * order || a.commune_name.localeCompare(b.commune_name, "vi");
  });
}

export function counts(rows: Coverage[]): Record<Verdict, number> {
  const found: Record<Verdict, number> = { met: 0, not_met: 0, not_enough_data: 0 };
  for (const row of rows) found[row.verdict] += 1;
  return found;
}
