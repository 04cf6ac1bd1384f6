/** Points as people paste them become [lat, lon], whatever sign stands between and for the decimals. */
import { expect, test } from "vitest";
import { closed, pointsOf, typedOf } from "../../src/officer/warn/area/points";

test.each([
  ["16.46 107.59\n16.47 107.60", [[16.46, 107.59], [16.47, 107.6]]],
  ["16,46 107,59", [[16.46, 107.59]]],
  ["16.46, 107.59", [[16.46, 107.59]]],
  ["16.46,107.59 16.47,107.60", [[16.46, 107.59], [16.47, 107.6]]],
  ["16,46; 107,59\n16,47; 107,60", [[16.46, 107.59], [16.47, 107.6]]],
  ["-1.5\t107", [[-1.5, 107]]],
  ["", []],
  ["không có số", []],
])("%j", (typed, points) => {
  expect(pointsOf(typed)).toEqual(points);
});

test("a ring is closed once, and what is shown is read back as it was", () => {
  const ring: [number, number][] = [[16.46, 107.59], [16.47, 107.6], [16.48, 107.58]];
  expect(closed(ring)).toEqual([...ring, ring[0]]);
  expect(closed(closed(ring))).toEqual(closed(ring));
  expect(pointsOf(typedOf(ring))).toEqual(ring);
});
