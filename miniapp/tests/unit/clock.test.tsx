import { cleanup, render } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { wrongIn, BLANK } from "../../src/agency/saying";
import { Countdown, leftWords } from "../../src/reports/mine/clock";

afterEach(cleanup);
const AT = Date.parse("2026-11-23T02:00:00Z");
const due = (hours: number) => new Date(AT + hours * 3_600_000).toISOString();

test.each([
  [73, "Còn 3 ngày"],
  [47.5, "Còn 47 giờ"],
  [1, "Còn 1 giờ"],
  [0.5, "Còn 30 phút"],
  [0.001, "Còn 1 phút"],
  [-3, "Quá hạn 3 giờ trước"],
])("a promise %s hours away is %s", (hours, words) => {
  expect(leftWords(due(hours), AT)).toBe(words);
});

test("a clock that stands still counts nothing down, what is over has none", () => {
  const report = { state: "waiting_reporter" as const, due_at: due(9), paused_at: due(-1), waiting_until: due(90), late: false };
  expect(render(<Countdown report={report} />).container.textContent).toContain("Đồng hồ đang dừng");
  cleanup();
  expect(render(<Countdown report={{ ...report, paused_at: null }} />).container.textContent).toContain("Hạn vẫn giữ nguyên");
  cleanup();
  expect(render(<Countdown report={{ ...report, state: "done", waiting_until: null }} />).container.textContent).toBe("");
});

test("a step says what it lacks before it is sent", () => {
  const shown = { term: 3, evidence_required: true };
  const lacks = (action: Parameters<typeof wrongIn>[0], part = {}) => wrongIn(action, { ...BLANK, ...part }, shown).map((one) => one.id);
  expect(lacks("answer", { text: "Xong" })).toEqual(["evidence"]);
  expect(lacks("answer", { text: "Xong", photos: 1 })).toEqual([]);
  expect(lacks("extend", { text: "Chờ vật tư", amount: "4" })).toEqual(["amount"]);
  expect(lacks("merge", { into: "pa-0000012" })).toEqual([]);
  expect(lacks("split", { text: "Cắt điện" })).toEqual(["agencies"]);
  expect(lacks("bounce")).toEqual(["said"]);
  expect(lacks("close")).toEqual([]);
});
