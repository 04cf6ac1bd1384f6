import { readFileSync } from "node:fs";
import { cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import Alerts, { placesOf } from "../../src/alerts/alerts";
import { SIGNS } from "../../src/alerts/hazard";
import { AlertCount, AlertStrip, FloodTile } from "../../src/alerts/strip";
import { clearKept } from "../../src/api/memory";
import type { Alert } from "../../src/api/types";
import { setHomeCommune } from "../../src/places/home";

const commune = (code: string, name: string) => ({ code, name, lat: null, lon: null });
const alert = (id: string, headline: string, status: Alert["status"], communes: ReturnType<typeof commune>[], hazard_group: number) =>
  ({ id, headline, status, hazard_group, risk_level: 3, level_meaning: "Cao", communes, effective_at: new Date().toISOString(), expires_at: new Date(Date.now() + 3_600_000).toISOString() }) as unknown as Alert;
const HUE = alert("1", "Lũ trên sông Hương", "actual", [commune("19777", "Phường Vỹ Dạ")], 2);
const HILLS = alert("2", "Cháy rừng ở A Lưới", "exercise", [commune("19900", "Xã A Lưới 1")], 7);

globalThis.fetch = async (input) => {
  const code = new URL((input as Request).url).searchParams.get("commune");
  const items = [HUE, HILLS].filter((one) => !code || one.communes.some((where) => where.code === code));
  return Response.json({ items, next: null });
};
afterEach(() => {
  cleanup();
  clearKept("alerts:");
});
const place = { path: "/canh-bao", params: {}, query: new URLSearchParams() };

test("who has not said where they live sees every warning in force, and is told on home how many", async () => {
  const view = render(<Alerts place={place} />);
  await waitFor(() => view.getByText("Cháy rừng ở A Lưới"));
  view.getByText("Lũ trên sông Hương");
  expect(view.getByText("Chọn xã, phường").getAttribute("href")).toBe("#/noi-o");
  cleanup();
  const home = render(<AlertCount />);
  await waitFor(() => expect(home.getByRole("link").textContent).toBe("1 cảnh báo"));
});

test("at home in a commune: its own first, the others after, none twice; home counts nothing", async () => {
  await setHomeCommune({ code: "19777", name: "Vỹ Dạ", full_name: "Phường Vỹ Dạ" });
  const view = render(<Alerts place={place} />);
  await waitFor(() => view.getByText("Cháy rừng ở A Lưới"));
  await waitFor(() => expect(view.getAllByRole("heading", { level: 3 }).map((one) => one.textContent)).toEqual(["Lũ trên sông Hương", "Cháy rừng ở A Lưới"]));
  cleanup();
  expect(render(<AlertCount />).container.textContent).toBe("");
});

test("home leads to the flood map while a warning of water is in force, not of fire", async () => {
  await setHomeCommune({ code: "19900", name: "A Lưới 1", full_name: "Xã A Lưới 1" });
  const view = render(<><AlertStrip /><FloodTile /></>);
  await waitFor(() => view.getByText("Cháy rừng ở A Lưới"));
  expect(view.queryByText("Bản đồ mưa lũ")).toBeNull();
  await setHomeCommune({ code: "19777", name: "Vỹ Dạ", full_name: "Phường Vỹ Dạ" });
  await waitFor(() => expect(view.getByText("Bản đồ mưa lũ").closest("a")?.getAttribute("href")).toBe("#/ban-do-lu"));
});

test("a warning of many communes names four and counts the rest", () => {
  const many = (count: number) => ({ communes: Array.from({ length: count }, (_, n) => commune(String(n), `Xã ${n}`)) });
  expect(placesOf(many(5))).toBe("Xã 0, Xã 1, Xã 2, Xã 3, Xã 4");
  expect(placesOf(many(40))).toBe("Xã 0, Xã 1, Xã 2, Xã 3 và 36 nơi khác");
});

test("every kind of disaster and every risk level has a sign of its own", () => {
  const sql = readFileSync("../migrations/0008_alerts.sql", "utf8");
  const icons = [...sql.matchAll(/, '(?:Geo|Met|Fire)', '([a-z-]+)'\)/g)].map((found) => found[1] ?? "");
  expect(icons.length).toBe(23);
  expect(icons.filter((icon) => !SIGNS[icon])).toEqual([]);
  expect(new Set(Object.values(SIGNS)).size).toBe(Object.keys(SIGNS).length);
});
