import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { CommuneMapView } from "../../src/places/map";
import { projection, type View } from "../../src/places/map-math";
import type { CommuneMap } from "../../src/places/topology";

afterEach(cleanup);
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

test("the map can be reached and moved by keys", () => {
  const map: CommuneMap = { cells: [], projection: projection({ lat: 16, lon: 107 }), extent: { x: 0, y: 0, w: 8000, h: 8000 }, sketch: true };
  const views: View[] = [];
  const { getByRole } = render(<CommuneMapView map={map} label="Sơ đồ" view={map.extent} onView={(next) => views.push(next)} />);
  const drawing = getByRole("img", { name: "Sơ đồ" });
  // In SVG the name of the attribute is not folded: "tabIndex" would be nothing to the browser.
  expect(drawing.getAttribute("tabindex")).toBe("0");
  fireEvent.keyDown(drawing, { key: "ArrowRight" });
  fireEvent.keyDown(drawing, { key: "+" });
  expect(views[0]).toEqual({ x: 1000, y: 0, w: 8000, h: 8000 });
  expect(views[1]?.w).toBeLessThan(8000);
});
