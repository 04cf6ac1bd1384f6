import { expect, test } from "vitest";
import { lastMonths } from "../../src/figures/figures";
import { percent } from "../../src/figures/shares";

test("the last twelve months go over the new year, the newest first", () => {
  const months = lastMonths("2026-02-03");
  expect(months.slice(0, 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
  expect(months).toHaveLength(12);
});

test("nothing to divide by is a dash, never 0 %", () => {
  const share = { code: "x", part: 0, whole: 0, percent: null };
  expect(percent(share)).toBe("–");
  expect(percent(undefined)).toBe("–");
  expect(percent({ ...share, part: 1, whole: 2, percent: 51.1 })).toBe("51,1 %");
});
