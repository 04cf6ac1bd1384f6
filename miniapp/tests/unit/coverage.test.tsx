import { render } from "@testing-library/preact";
import { expect, test } from "vitest";
import { Chart, IntervalBar, needWords } from "../../src/officer/chart";
import { counts, type Coverage, intervalOf, percentOf, ranked, sorted, stillNeeded, wilson } from "../../src/officer/coverage";
import { CoverageTable } from "../../src/officer/table";
import { byUnit } from "../../src/officer/unit-counts";
import type { CaseLine } from "../../src/agency/shapes";

const Z = 1.959963984540054;

test.each([
  [140, 200, 0.6332093163, 0.7592525532],
  [13, 19, 0.4601040768, 0.8463562091],
  [0, 19, 0, 0.1681792241],
  [19, 19, 0.8318207759, 1],
  [1, 3, 0.0614919447, 0.7923403992],
])("Wilson of %i/%i", (successes, trials, low, high) => {
  const found = wilson(successes, trials, Z);
  expect(found.low).toBeCloseTo(low, 8);
  expect(found.high).toBeCloseTo(high, 8);
});

test.each([[50, 41], [100, 78], [200, 151], [400, 296], [1000, 724]])("of %i, %i is the smallest count that proves 70 %%", (n, x) => {
  expect(wilson(x, n).low).toBeGreaterThanOrEqual(0.7);
  expect(wilson(x - 1, n).low).toBeLessThan(0.7);
});

const place = (name: string, x: number | null, n: number, verdict: Coverage["verdict"], over: Partial<Coverage> = {}): Coverage => ({
  commune_code: name, commune_name: name, adults_registered: 4 * n, adults_population: null, population_on: null, population_source: null,
  adults_reached: 2 * n, adults_assessed: n, know_and_can: x, share: x === null || !n ? null : x / n,
  low: x === null || !n ? null : wilson(x, n, Z).low, high: x === null || !n ? null : wilson(x, n, Z).high,
  bound_low: null, bound_high: null, verdict, visits: 3 * n, ...over,
});

test("how many more must be assessed is the first number that decides", () => {
  const row = place("A", 38, 50, "not_enough_data");
  const more = stillNeeded(row, 0.7);
  if (more === null) throw new Error("decidable");
  const decided = (n: number) => wilson(0.76 * n, n).low >= 0.7;
  expect(decided(50 + more)).toBe(true);
  expect(decided(50 + more - 1)).toBe(false);
  expect(stillNeeded(place("B", 45, 50, "met"), 0.7)).toBe(0);
  expect(stillNeeded(place("C", 70, 100, "not_enough_data"), 0.7)).toBeNull();
  expect(stillNeeded(place("D", null, 0, "not_enough_data"), 0.7)).toBeNull();
});

test("words of a commune: what to do next, never a verdict by the point alone", () => {
  expect(needWords(place("A", 38, 50, "not_enough_data", { adults_registered: 5000 }), 0.7)).toMatch(/^cần đánh giá thêm khoảng \d+ người$/);
  expect(needWords(place("A", 38, 50, "not_enough_data", { adults_registered: 60 }), 0.7)).toMatch(/gần hết/);
  expect(needWords(place("A", null, 0, "not_enough_data"), 0.7)).toBe("chưa đánh giá người nào");
  expect(needWords(place("A", null, 0, "not_enough_data", { suppressed: true }), 0.7)).toBe("Số quá nhỏ, không hiện");
  expect(needWords(place("A", 45, 50, "met"), 0.7)).toBe("");
});

test("order, counts and figures in Vietnamese", () => {
  const rows = [place("Ép", 10, 50, "not_met"), place("An", null, 0, "not_enough_data"), place("Đức", 45, 50, "met"), place("Cư", 36, 50, "not_enough_data")];
  expect(ranked(rows).map((row) => row.commune_name)).toEqual(["Đức", "Cư", "Ép", "An"]);
  expect(sorted(rows, "commune_name", false).map((row) => row.commune_name)).toEqual(["An", "Cư", "Đức", "Ép"]);
  expect(sorted(rows, "share", true).map((row) => row.commune_name)).toEqual(["Đức", "Cư", "Ép", "An"]);
  expect(counts(rows)).toEqual({ met: 1, not_met: 1, not_enough_data: 2 });
  expect(percentOf(0.614)).toBe("61,4 %");
  expect(intervalOf({ low: 0.5891, high: 0.6378 })).toBe("58,9–63,8");
});

test("the bar draws the interval where it is, and the line of the target", () => {
  const { container } = render(<IntervalBar row={place("A", 140, 200, "not_enough_data")} threshold={0.7} />);
  const band = container.querySelector(".band");
  expect(band?.getAttribute("x")).toBe("63.32%");
  expect(band?.getAttribute("width")).toBe("12.60%");
  expect(container.querySelector(".goal")?.getAttribute("x1")).toBe("70.00%");
  expect(container.querySelector(".point")?.getAttribute("x1")).toBe("70.00%");
});

test("every commune says its verdict in words, in the chart and in the table", () => {
  const rows = [place("Đức", 45, 50, "met"), place("Cư", 36, 50, "not_enough_data"), place("Ép", 10, 50, "not_met")];
  const chart = render(<Chart rows={rows} threshold={0.7} finding="1 đạt" />);
  expect([...chart.container.querySelectorAll(".verdict")].map((pill) => pill.textContent)).toEqual(["Đạt", "Chưa đủ số liệu", "Chưa đạt"]);
  chart.unmount();
  const table = render(<CoverageTable rows={rows} />);
  expect(table.container.querySelectorAll("tbody tr")).toHaveLength(3);
  expect(table.container.querySelector("th[aria-sort]")?.textContent).toContain("Tỷ lệ");
  expect(table.container.querySelector("tbody tr td.figure")?.textContent).toContain("90,0 %");
});

test("open cases by unit: overdue first, today's apart, nobody's shown", () => {
  const now = Date.parse("2026-11-22T05:00:00.000Z");
  const line = (agency_name: string | null, due_at: string, late = false) => ({ id: due_at, agency_name, due_at, late }) as CaseLine;
  const units = byUnit([line("A", "2026-11-22T09:00:00Z"), line("B", "2026-11-20T09:00:00Z", true), line("B", "2026-11-19T09:00:00Z", true), line(null, "2026-11-30T09:00:00Z")], now);
  expect(units.map(({ name, open, today, late, oldest }) => [name, open, today, late, oldest])).toEqual([
    ["B", 2, 0, 2, "2026-11-19T09:00:00Z"],
    ["A", 1, 1, 0, null],
    [null, 1, 0, 0, null],
  ]);
});
