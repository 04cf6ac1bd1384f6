import { cleanup, fireEvent, render } from "@testing-library/preact";
import { signal } from "@preact/signals";
import { afterEach, expect, test, vi } from "vitest";
import { locateByBrowser } from "../../src/platform/browser";
import { type Placed, type Where, WhereField } from "../../src/reports/where";

// Not a stub: what a test began may end after it, and must not reach a network then either.
globalThis.fetch = async () => Promise.reject(new Error("no network"));
afterEach(cleanup);

function shown(accuracy_m: number | null, commune: Placed | null, far: { metres: number; point: { lat: number; lon: number } } | null = null) {
  const where = signal<Where>({ lat: 16.46371, lon: 107.59091, accuracy_m, pin: "gps" });
  const Here = () => (
    <WhereField
      where={where.value} onWhere={(next) => (where.value = next)} commune={commune} onCommune={() => undefined}
      sure={false} onSure={() => undefined} far={far}
    />
  );
  return { where, ...render(<Here />) };
}
const spoken = (view: { container: Element }) => view.container.querySelector(".nudge [role=status]")?.textContent ?? "";

test("the pin is told in words, never in coordinates, and its accuracy only when known", () => {
  const home = { code: "19777", name: "Phường Vỹ Dạ" };
  expect(spoken(shown(null, home))).toBe("Ghim ở Phường Vỹ Dạ");
  cleanup();
  expect(spoken(shown(0, home))).toBe("Ghim ở Phường Vỹ Dạ");
  cleanup();
  expect(spoken(shown(18.4, home))).toBe("Ghim ở Phường Vỹ Dạ · sai số khoảng 18 m");
  cleanup();
  expect(spoken(shown(null, null))).not.toMatch(/\d/);
});

test("850 m: the person is asked to move the pin, and a moved pin is not the phone's any more", () => {
  const view = shown(850, { code: "19777", name: "Phường Vỹ Dạ" });
  expect(view.container.textContent).toContain("trong vòng 850 m");
  fireEvent.click(view.getByLabelText("Dời ghim lên bắc 20 m"));
  expect(view.where.value).toMatchObject({ accuracy_m: null, pin: "hand" });
  expect(view.container.textContent).not.toContain("850 m");
});

test("a photo taken 12 km away is said, and its place is one tap away", () => {
  const view = shown(12, null, { metres: 12_000, point: { lat: 16.5, lon: 107.7 } });
  expect(view.container.textContent).toContain("Ảnh được chụp cách ghim 12");
  fireEvent.click(view.getByText("Đặt ghim ở chỗ chụp ảnh"));
  expect(view.where.value).toMatchObject({ lat: 16.5, lon: 107.7, pin: "photo" });
});

test("a nudge says which way the pin went", () => {
  const view = shown(null, { code: "19777", name: "Phường Vỹ Dạ" });
  const before = view.where.value.lat;
  fireEvent.click(view.getByLabelText("Dời ghim lên bắc 20 m"));
  expect(view.where.value.lat).toBeGreaterThan(before);
  expect(spoken(view)).toBe("Ghim ở Phường Vỹ DạĐã dời 20 m lên bắc.");
});

test.each([
  [0, null],
  [Number.NaN, null],
  [12.5, 12.5],
])("a device that says %d m", async (accuracy, wanted) => {
  const getCurrentPosition = (found: (answer: unknown) => void) => found({ coords: { latitude: 16, longitude: 107, accuracy } });
  vi.stubGlobal("navigator", { geolocation: { getCurrentPosition } });
  expect(await locateByBrowser()).toEqual({ lat: 16, lon: 107, accuracy_m: wanted });
});
