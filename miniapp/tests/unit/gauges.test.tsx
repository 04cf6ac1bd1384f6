import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { finding, inOrder } from "../../src/gauges/board";
import { DayChart, dayWords, runsOf } from "../../src/gauges/chart";
import { boxOf, type Mark, marksOf, tapped } from "../../src/gauges/marks";
import type { Picture, Series, Station } from "../../src/gauges/shapes";
import { againstAlarm, amount } from "../../src/gauges/words";
import { projection } from "../../src/places/map-math";
import type { CommuneMap } from "../../src/places/topology";

afterEach(cleanup);
const HOUR = 3_600_000;
const UNTIL = Date.parse("2025-11-03T06:00:00+07:00");

function series(values: [number, number][], quantity: Series["quantity"] = "level"): Series {
  return { quantity, unit: quantity === "level" ? "m" : "mm", points: values.map(([ago, value]) => ({ at: new Date(UNTIL - ago * HOUR).toISOString(), value })) };
}

const station = (code: string, stage: number | null, lat: number | null): Station =>
  ({ code, name: code, lat, lon: lat === null ? null : 107.5, alarm: stage === null ? null : { stage, words: `BĐ${stage}`, reference: "", reference_level: 0, delta: 0 } }) as Station;

test("a level is told by its alarm, with a comma and two figures", () => {
  expect(amount(3.5, "m")).toBe("3,50 m");
  expect(amount(1450, "m3/s")).toBe("1.450 m³/s");
  expect(againstAlarm(3, 3.54, 3.5)).toBe("BĐ3 + 0,04 m");
  expect(againstAlarm(0, 0.42, 1)).toBe("Dưới BĐ1 0,58 m");
});

test("the nearest station comes first when we know from where, else the highest alarm", () => {
  const all = [station("far", 3, 16.9), station("near", 1, 16.41), station("nowhere", 2, null)];
  expect(inOrder(all, { lat: 16.4, lon: 107.5 }).map((one) => one.code)).toEqual(["near", "far", "nowhere"]);
  expect(inOrder(all, null).map((one) => one.code)).toEqual(["far", "nowhere", "near"]);
  expect(finding(all)).toMatch(/^3 sông có báo động: far \(BĐ3\)/);
  expect(finding([station("calm", 0, null), station("silent", null, null)])).toMatch(/Không có sông nào/);
});

test("a silence of hours is a gap in the line and the day is told in words", () => {
  const day = series([[6, 1.2], [5, 1.4], [1, 3.5], [0, 3.54]]);
  expect(runsOf(day.points.map((one) => ({ at: Date.parse(one.at), value: one.value }))).map((run) => run.length)).toEqual([2, 2]);
  expect(dayWords(day)).toMatch(/thấp nhất 1,20 m .* cao nhất 3,54 m/);
  expect(dayWords(series([]))).toMatch(/Không có số liệu/);
  expect(dayWords(series([[2, 10], [1, 22.5]], "rain_1h"))).toMatch(/tổng 32,5 mm/);
  const { getByRole, getAllByText, getByText } = render(<DayChart series={day} alarms={[1, 2, 3.5]} until={UNTIL} />);
  expect(getByRole("img").getAttribute("aria-label")).toBe(dayWords(day));
  expect(document.querySelectorAll("path.series")).toHaveLength(2);
  expect(getByText(/BĐ3/)).toBeTruthy();
  expect(getAllByText("3,54 m")).toHaveLength(1);
});

test("windows of the map that differ by a hair ask for the same", () => {
  const map: CommuneMap = { cells: [], projection: projection({ lat: 16.4, lon: 107.6 }), extent: { x: 0, y: 0, w: 1e5, h: 1e5 }, sketch: true };
  const box = boxOf(map, { x: -4000, y: -4000, w: 9000, h: 8000 });
  expect(boxOf(map, { x: -4030, y: -3990, w: 9010, h: 7990 })).toBe(box);
  const [west = 0, south = 0, east = 0, north = 0] = box.split(",").map(Number);
  expect(west).toBeLessThan(107.563);
  expect(east).toBeGreaterThan(107.646);
  expect(south).toBeLessThan(16.365);
  expect(north).toBeGreaterThan(16.435);
});

test("a tap means the nearest mark a finger could reach, or none", () => {
  const here = { lat: 16.4, lon: 107.6 };
  const map: CommuneMap = { cells: [], projection: projection(here), extent: { x: 0, y: 0, w: 1e5, h: 1e5 }, sketch: true };
  const mark = (key: string, lat: number) => ({ ...here, key, lat }) as Mark;
  const marks = [mark("north", 16.41), mark("here", 16.4)];
  expect(tapped(marks, map, { x: 30, y: -40 }, 51)?.key).toBe("here");
  expect(tapped(marks, map, { x: 30, y: -40 }, 49)).toBeNull();
  expect(tapped(marks, map, { x: 0, y: -900 }, 5_000)?.key).toBe("north");
  expect(tapped([], map, { x: 0, y: 0 }, 5_000)).toBeNull();
});

test("only a checked report can be opened", () => {
  const spot = { sign: "flood", at: "2025-11-03T00:00:00Z", lat: 16, lon: 107 } as const;
  const picture = { clusters: [], spots: [{ ...spot, report_id: "r", verified: true }, { ...spot, report_id: null, verified: false }] } as unknown as Picture;
  expect(marksOf(picture).map((one) => [one.report, one.verified, one.unverified])).toEqual([["r", 1, 0], [null, 0, 1]]);
});
