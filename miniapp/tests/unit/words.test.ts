import { expect, test } from "vitest";
import { Refused, Unreachable, whyNot, whyNotInFull } from "../../src/api/failure";
import { ago, distance, fold, isoDay, moment, words } from "../../src/ui/words";

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

test("a day is Vietnam's day, whatever the clock of the machine", () => {
  expect(isoDay("2026-11-22T16:59:59Z")).toBe("2026-11-22");
  expect(isoDay("2026-11-22T17:00:00Z")).toBe("2026-11-23");
  expect(isoDay(Date.parse("2026-12-31T18:00:00Z"))).toBe("2027-01-01");
});

test("why not: the server's words, its fields for staff, another sentence when nobody answered", () => {
  const refused = new Refused(422, { type: "", title: "Chưa hợp lệ", detail: "Xem lại các ô", status: 422, errors: [{ field: "phone", message: "Số máy có 10 chữ số" }] });
  expect(whyNot(refused, "Không có mạng")).toBe("Xem lại các ô");
  expect(whyNotInFull(refused, "Không có mạng")).toBe("Xem lại các ô. Số máy có 10 chữ số");
  expect(whyNot(new Unreachable("x"), "Không có mạng")).toBe("Không có mạng");
  expect(whyNotInFull(new TypeError("x"), "Không có mạng")).toBe("Không có mạng");
});
