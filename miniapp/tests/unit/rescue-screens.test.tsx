/** Screens of calls for help: 112 before everything, and what the command post reads in a line of its board. */
import { cleanup, render } from "@testing-library/preact";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { LineCard } from "../../src/rescue/line";
import { mapLink } from "../../src/rescue/pasted";
import type { Line } from "../../src/rescue/shapes";
import Sos from "../../src/rescue/sos";

afterEach(cleanup);

const LINE = {
  id: "01", number: 7, version: 1, state: "acknowledged", state_name: "Trực ban đã tiếp nhận", rank: 1, reasons: ["3 lượt gọi"], what: "roof", worse: true,
  people: 5, weak: "co", help: "boat", place: "cạnh trụ sở thôn", commune_name: "Phường Vỹ Dạ", lat: null, lon: null, acc_m: null, calls: 3, attempts: 2,
  held: true, mine: false, by_volunteer: true, said_safe: true, opened_at: "2026-11-20T05:00:00Z", last_call_at: "2026-11-20T05:00:00Z",
} as Line;

test("hard case 20: 112 is the first thing to press and the largest, then the form asks who, where, what and which help", () => {
  const { container } = render(<Sos place={{ path: "/sos", params: {}, query: new URLSearchParams() } as never} />);
  const order = [...container.querySelectorAll("*")];
  const [first, ...others] = order.filter((one) => one.matches("a[href^='tel:']"));
  expect(first?.getAttribute("href")).toBe("tel:112");
  expect(others.length).toBeGreaterThan(3);
  expect(order.indexOf(first as Element)).toBeLessThan(order.findIndex((one) => one.matches("form, input, textarea, fieldset")));
  const css = readFileSync(join(import.meta.dirname, "../../src/rescue/rescue.css"), "utf8");
  const sizes = [...css.matchAll(/^([^{\n]+)\{[^}]*font-size: (?:min\()?([\d.]+)rem/gm)].map(([, name = "", size = "0"]) => ({ name: name.trim(), size: Number(size) }));
  expect(sizes.sort((a, b) => b.size - a.size)[0]?.name).toBe(".call-112 b");
  const asked = [...container.querySelectorAll("legend")].map((one) => one.textContent);
  expect(asked.map((one) => /^(Ai|.*đâu|Chuyện gì|Trong đó|Cần giúp)/.test(one ?? ""))).toEqual(asked.map(() => true));
  expect(asked).toHaveLength(5);
});

test("a line says what, to whom, where, who has it, how often was called, and that the caller says they are safe", () => {
  const { container } = render(<LineCard line={LINE} />);
  for (const words of ["Ca số 7", "Nước tới mái nhà", "5 người", "cạnh trụ sở thôn · Phường Vỹ Dạ", "3 lượt gọi", "tình nguyện viên đã nhận", "Đã gọi lại 2 lần", "Người gọi báo đã an toàn"])
    expect(container.textContent).toContain(words);
});

test("a pasted map link without a position is opened from the desk, and no other link is", () => {
  expect(mapLink("nhà tôi https://maps.app.goo.gl/AbCd1234xyz?g_st=iz 3 người")).toBe("https://maps.app.goo.gl/AbCd1234xyz?g_st=iz");
  expect(mapLink("https://goo.gl/maps/xyz")).toBe("https://goo.gl/maps/xyz");
  const others = ["https://maps.app.goo.gl.ai-do.vn/x", "https://www.google.com/url?q=https://ai-do.vn", "http://maps.app.goo.gl/x", "javascript:alert(1)", "https://a@ai-do.vn/maps.app.goo.gl", "12 Kim Long", ""];
  expect(others.map(mapLink)).toEqual(others.map(() => undefined));
});
