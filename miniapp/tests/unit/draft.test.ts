import { expect, test } from "vitest";
import { type Draft, farthest, isPoor, rememberTaken, reportOf, wrongIn } from "../../src/reports/draft";

const HERE = { lat: 16.46371, lon: 107.59091 };
const draft = (changes: Partial<Draft> = {}): Draft => ({
  category: "thien-tai.ngap", where: { ...HERE, accuracy_m: 12, pin: "gps" }, commune: { code: "19777", name: "Phường Vỹ Dạ" },
  confirmed: true, sure: false, on_behalf: false, note: "", phone: "", urgent: false, anonymous: false, ...changes,
});

test("a position of 850 m must be looked at before it can be sent", () => {
  const where = { ...HERE, accuracy_m: 850, pin: "gps" as const };
  expect(isPoor(where)).toBe(true);
  expect(wrongIn(draft({ where })).map((one) => one.id)).toEqual(["where"]);
  expect(wrongIn(draft({ where, sure: true }))).toEqual([]);
  expect(wrongIn(draft({ where: { ...where, pin: "hand" } }))).toEqual([]);
});

test("a subject with a channel of its own is not sent, and says where it belongs", () => {
  expect(wrongIn(draft(), "Ban Tiếp công dân")).toEqual([{ id: "category", message: "Ban Tiếp công dân" }]);
});

test("of where photos were taken only the farthest distance leaves the phone", () => {
  const [near, far, unknown] = [new Blob(["a"]), new Blob(["b"]), new Blob(["c"])];
  rememberTaken(near, { lat: 16.464, lon: 107.591 });
  rememberTaken(far, { lat: 16.572, lon: 107.59091 });
  const report = reportOf("id", draft(), [near, far, unknown], "2026-11-20T12:00:00Z");
  expect(report.photo_far_m).toBeGreaterThan(12_000);
  expect(report.photo_count).toBe(3);
  expect(JSON.stringify(report)).not.toContain("16.57");
  expect(farthest(draft().where, [unknown])).toBe(null);
  expect(reportOf("id", draft(), [unknown], "2026-11-20T12:00:00Z").photo_far_m).toBe(null);
});
