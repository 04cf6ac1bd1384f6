import { expect, test } from "vitest";
import { inOrder, pinOf } from "../../src/reports/order";

const line = (id: string, lat: number, received_at: string) => ({ id, lat, lon: 107.59, received_at });
// As the server of the demo gives them: by number, which is neither.
const LINES = [line("old", 16.5, "2026-11-12T10:54:00Z"), line("new", 16.7, "2026-11-23T01:54:00Z"), line("home", 16.46, "2026-11-18T06:54:00Z"), line("door", 16.46, "2026-11-20T06:54:00Z")];
const ids = (lines: { id: string }[]) => lines.map((one) => one.id);

test("around me: the nearest first, of equally near the newest; or the newest; never the order of the numbers", () => {
  const centre = { lat: 16.4637, lon: 107.59 };
  expect(ids(inOrder(LINES, "near", centre))).toEqual(["door", "home", "old", "new"]);
  expect(ids(inOrder(LINES, "new", centre))).toEqual(["new", "door", "home", "old"]);
  expect(ids(inOrder(LINES, "near", null))).toEqual(["new", "door", "home", "old"]);
});

test("whose place is known to no better than a commune has no pin and comes last, not first", () => {
  const vague = { id: "vague", lat: null, lon: null, received_at: "2026-11-23T09:00:00Z" };
  expect(pinOf(vague)).toBeNull();
  expect(ids(inOrder([vague, ...LINES], "near", { lat: 16.4637, lon: 107.59 })).at(-1)).toBe("vague");
  expect(ids(inOrder([vague, ...LINES], "new", null))[0]).toBe("vague");
});
