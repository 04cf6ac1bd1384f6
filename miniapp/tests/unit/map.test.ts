import { expect, test } from "vitest";
import { inside, metresBetween, moved, projection, zoomed } from "../../src/places/map-math";
import { cellAt, communeMap, nearestCells } from "../../src/places/topology";

const HUE = { lat: 16.4637, lon: 107.5909 };

test("the projection is its own inverse and measures metres", () => {
  const hue = projection(HUE);
  const back = hue.from(hue.to({ lat: 16.5, lon: 107.7 }));
  expect(back.lat).toBeCloseTo(16.5, 9);
  expect(back.lon).toBeCloseTo(107.7, 9);
  expect(metresBetween(HUE, { lat: 16.4737, lon: 107.5909 })).toBeCloseTo(1113.2, 0);
});

test("a nudge of 20 m is 20 m, in its own direction", () => {
  const east = moved(HUE, 0, 20);
  expect(metresBetween(HUE, east)).toBeCloseTo(20, 3);
  expect(east.lat).toBeCloseTo(HUE.lat, 9);
  expect(east.lon).toBeGreaterThan(HUE.lon);
  expect(moved(HUE, 20, 0).lat).toBeGreaterThan(HUE.lat);
});

test("zooming keeps the point under the finger", () => {
  const view = zoomed({ x: 0, y: 0, w: 100, h: 100 }, 0.5, { x: 20, y: 80 });
  expect(view).toEqual({ x: 10, y: 40, w: 50, h: 50 });
});

test("holes are outside", () => {
  const square = (a: number, b: number) => [{ x: a, y: a }, { x: b, y: a }, { x: b, y: b }, { x: a, y: b }];
  const rings = [square(0, 10), square(4, 6)];
  expect(inside({ x: 1, y: 1 }, rings)).toBe(true);
  expect(inside({ x: 5, y: 5 }, rings)).toBe(false);
  expect(inside({ x: 11, y: 5 }, rings)).toBe(false);
});

const topology = {
  type: "Topology" as const,
  sketch: true,
  bbox: [107, 16, 107.2, 16.1] as [number, number, number, number],
  transform: { scale: [0.1, 0.1] as [number, number], translate: [107, 16] as [number, number] },
  objects: {
    communes: {
      type: "GeometryCollection" as const,
      geometries: [
        { type: "Polygon" as const, id: "19753", arcs: [[0, 1]], properties: { name: "Tây", full_name: "Phường Tây" } },
        { type: "Polygon" as const, id: "19754", arcs: [[-1, 2]], properties: { name: "Đông", full_name: "Phường Đông" } },
      ],
    },
  },
  arcs: [
    [[1, 0], [0, 1]],
    [[1, 1], [-1, 0], [0, -1], [1, 0]],
    [[1, 0], [1, 0], [0, 1], [-1, 0]],
  ] as [number, number][][],
};

test("a point finds its commune, and the nearest ones, by the map alone", () => {
  const map = communeMap(topology as never);
  expect(map.sketch).toBe(true);
  expect(map.cells.map((cell) => cell.full_name)).toEqual(["Phường Tây", "Phường Đông"]);
  expect(cellAt(map, { lat: 16.05, lon: 107.05 })?.code).toBe("19753");
  expect(cellAt(map, { lat: 16.05, lon: 107.15 })?.code).toBe("19754");
  expect(cellAt(map, { lat: 17, lon: 107.15 })).toBeNull();
  expect(nearestCells(map, { lat: 16.05, lon: 107.19 }, 1)[0]?.code).toBe("19754");
});
