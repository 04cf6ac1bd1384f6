import { beforeEach, expect, test, vi } from "vitest";
import type { ProcedureLine } from "../../src/api/types";
import { searchKept } from "../../src/procedures/box/kept";

const line = (code: string, plain_title: string | null, name: string, over: Partial<ProcedureLine> = {}): ProcedureLine => ({
  code, name, plain_title, what_for: null, level: "commune", field: "", issuer: "", online: "full", deadline_text: "", fee_text: "", essential: false, same_as: [], ...over,
});
const KEPT = [
  line("1", "Làm giấy khai sinh cho con", "Đăng ký khai sinh", { essential: true }),
  line("2", "Khai sinh có bố hoặc mẹ là người nước ngoài", "Đăng ký khai sinh có yếu tố nước ngoài"),
  line("3", "Làm giấy khai tử", "Đăng ký khai tử", { what_for: "Khi có người trong nhà mất" }),
  line("4", null, "Cấp giấy phép lái xe", { level: "province" }),
  line("1.000005", null, "Tuyển sinh"),
];
const found = (q: string, ...rest: ["commune" | "province"] | []) => searchKept(KEPT, q, ...rest).map((one) => one.code);

test.each([
  ["khai sinh", ["1", "2"]],
  ["KHAI SI", ["1", "2"]],
  ["dang ky khai", ["1", "3", "2"]],
  ["toi muon lam khai sinh cho con", ["1"]],
  ["nguoi trong nha mat", ["3"]],
  ["1.000005", ["1.000005"]],
  ["zzz", []],
  ["toi muon", []],
  ["", []],
])("offline, %s", (q, wanted) => {
  expect(found(q)).toEqual(wanted);
});

test("offline, typed marks and the level count", () => {
  expect(found("khai tử")).toEqual(["3"]);
  expect(found("giay", "province")).toEqual(["4"]);
});

let sent: { q: string; found: number; chosen: string | null; province: string }[] = [];
let counting: typeof import("../../src/procedures/box/counting");

beforeEach(async () => {
  sent = [];
  localStorage.clear();
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    sent.push(JSON.parse(String(init.body)));
    expect(Object.keys(init.headers ?? {})).toEqual(["Content-Type"]);
    return new Response(null, { status: 204 });
  });
  vi.resetModules();
  counting = await import("../../src/procedures/box/counting");
  counting.setCounting(true);
  vi.useFakeTimers();
});

test("words on the way to other words are never counted; what is opened is, once", () => {
  counting.typing();
  counting.answered("kh", 20);
  vi.advanceTimersByTime(400);
  counting.typing();
  counting.answered("khai sinh", 7);
  counting.answered("khai sinh", 7);
  vi.advanceTimersByTime(10_000);
  expect(sent).toEqual([]);
  counting.opened("khai sinh", 7, "1.001193");
  counting.left();
  counting.answered("Khai  Sinh", 7);
  counting.left();
  expect(sent).toEqual([{ q: "khai sinh", found: 7, chosen: "1.001193", province: "46" }]);
});

test("a search in vain is over after three seconds; one without a choice when the person goes on or leaves", () => {
  counting.answered("xyz", 0);
  vi.advanceTimersByTime(2_900);
  expect(sent).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(sent.map((one) => [one.q, one.found, one.chosen])).toEqual([["xyz", 0, null]]);
  counting.answered("so do", 20);
  vi.advanceTimersByTime(3_100);
  counting.typing();
  expect(sent.map((one) => one.q)).toEqual(["xyz", "so do"]);
  counting.answered("ket hon", 5);
  dispatchEvent(new Event("pagehide"));
  expect(sent.map((one) => one.q)).toEqual(["xyz", "so do", "ket hon"]);
});

test("never before the person said yes, and what was decided is kept", async () => {
  localStorage.clear();
  vi.resetModules();
  const stranger = await import("../../src/procedures/box/counting");
  expect(stranger.counting.value).toBeNull();
  stranger.opened("khai sinh", 7, "1");
  stranger.answered("xyz", 0);
  vi.advanceTimersByTime(5_000);
  expect(sent).toEqual([]);
  stranger.setCounting(false);
  vi.resetModules();
  expect((await import("../../src/procedures/box/counting")).counting.value).toBe(false);
});

test("never when turned off, never without a network", () => {
  counting.setCounting(false);
  counting.opened("khai sinh", 7, "1");
  counting.setCounting(true);
  vi.stubGlobal("navigator", { onLine: false });
  counting.opened("khai tu", 7, "1");
  vi.unstubAllGlobals();
  expect(sent).toEqual([]);
  expect(localStorage.getItem("count-searches")).toBe("1");
});
