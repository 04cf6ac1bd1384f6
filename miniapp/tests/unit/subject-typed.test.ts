import { expect, test } from "vitest";
import { fieldsOf, typedOf, wrongIn } from "../../src/officer/subjects/typed";

const before = {
  code: "ha-tang.nap-cong", parent_code: "ha-tang", name: "Nắp cống", hint: "", icon: "dots", urgent: false, public: true,
  anonymous_allowed: true, public_decimals: 4, acknowledge_within: 8, acknowledge_unit: "working_hour", finish_within: 7,
  finish_unit: "working_day", duplicate_radius_m: 50, duplicate_hours: 72, evidence_required: false, sealed: false, handed_to: null,
} as const;
const TODAY = "2026-11-23";

test("only what differs is sent, numbers as numbers, an emptied place as none", () => {
  const typed = { ...typedOf({ ...before, handed_to: "Gọi 113" }, TODAY), finish_within: "3", finish_unit: "clock_hour" as const, urgent: true, handed_to: " ", name: "Nắp cống " };
  expect(fieldsOf(typed, { ...before, handed_to: "Gọi 113" })).toEqual({ finish_within: 3, finish_unit: "clock_hour", urgent: true, handed_to: null });
});

test("a new subject says its name and what is not as usual", () => {
  const typed = { ...typedOf(null, TODAY), code: "ha-tang.cay-do", name: "Cây đổ", parent_code: "ha-tang", note: "Thêm" };
  expect(wrongIn(typed, null, ["ha-tang"], TODAY)).toEqual([]);
  expect(fieldsOf(typed, null)).toEqual({ name: "Cây đổ", parent_code: "ha-tang" });
});

test("each field that cannot be is named", () => {
  const typed = { ...typedOf(before, TODAY), name: " ", finish_within: "1,5", duplicate_radius_m: "2001", sealed: true, effective_on: "2026-11-22" };
  expect(wrongIn(typed, before, [], TODAY).map((one) => one.id)).toEqual(["name", "finish_within", "duplicate_radius_m", "sealed", "effective_on", "note"]);
  const fresh = { ...typedOf(null, TODAY), code: "Nắp", name: "Nắp", note: "x" };
  expect(wrongIn(fresh, null, [], TODAY).map((one) => one.id)).toEqual(["code"]);
  expect(wrongIn({ ...fresh, code: "nap" }, null, ["nap"], TODAY).map((one) => one.id)).toEqual(["code"]);
  expect(wrongIn({ ...typedOf(before, TODAY), note: "x" }, before, [], TODAY)).toEqual([{ id: "name", message: "Chưa có gì thay đổi" }]);
});
