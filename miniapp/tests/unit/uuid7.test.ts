import { expect, test } from "vitest";
import { uuid7 } from "../../src/offline/uuid7";

test("ids carry their time, their version, and never go back", () => {
  const at = Date.parse("2026-11-22T10:00:00.123Z");
  const ids = Array.from({ length: 5000 }, () => uuid7(at));
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16)).toBe(at);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});
