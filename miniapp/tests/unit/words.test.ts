import { expect, test } from "vitest";
import { ago, distance, fold, moment, words } from "../../src/ui/words";

test("fold takes off marks, đ and spaces as the server does", () => {
  expect(fold("  Đăng  ký KHAI sinh ")).toBe("dang ky khai sinh");
  expect(fold("Thừa Thiên – Huế".normalize("NFD"))).toBe("thua thien – hue");
});

test("words fills in the parameters and leaves unknown ones visible", () => {
  const t = words({ a: "{n} mục của {who}" });
  expect(t("a", { n: 3, who: "Lan" })).toBe("3 mục của Lan");
  expect(t("a", { n: 3 })).toBe("3 mục của {who}");
});

test("moments are told in Vietnam's time, with the date only on another day", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(moment("2026-11-22T07:05:00Z", now)).toBe("14:05");
  expect(moment("2026-11-21T17:30:00Z", now)).toBe("00:30");
  expect(moment("2026-11-21T16:30:00Z", now)).toBe("23:30 21/11/2026");
});

test("ago and distance choose a readable unit", () => {
  const now = Date.parse("2026-11-22T10:00:00Z");
  expect(ago("2026-11-22T09:40:00Z", now)).toBe("20 phút trước");
  expect(ago("2026-11-20T10:00:00Z", now)).toBe("2 ngày trước");
  expect(distance(346)).toBe("350 m");
  expect(distance(1234)).toBe("1,2 km");
});
