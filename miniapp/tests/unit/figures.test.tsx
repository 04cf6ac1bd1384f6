import { cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import Figures, { lastMonths } from "../../src/figures/figures";
import { percent } from "../../src/figures/shares";

afterEach(cleanup);

test("the last twelve months go over the new year, the newest first", () => {
  const months = lastMonths("2026-02-03");
  expect(months.slice(0, 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
  expect(months).toHaveLength(12);
});

test("nothing to divide by is a dash, never 0 %", () => {
  const share = { code: "x", part: 0, whole: 0, percent: null };
  expect(percent(share)).toBe("–");
  expect(percent(undefined)).toBe("–");
  expect(percent({ ...share, part: 1, whole: 2, percent: 51.1 })).toBe("51,1 %");
});

const DEFINED = ["received", "refused", "merged", "handled", "unresolved", "open", "on_time", "extended", "late", "overdue", "reopened", "rated", "satisfied", "unhappy", "unrated"];
const counts = { received: 60, refused: 5, merged: 5, handled: 40, unresolved: 0, open: 10, on_time: 20, extended: 8, late: 12, overdue: 0, reopened: 6, rated: 30, satisfied: 20, unhappy: 9, unrated: 10 };
const share = (code: string, part: number, whole: number) => ({ code, part, whole, percent: Math.round((1000 * part) / whole) / 10 });
const shares = [
  share("handled_share", 40, 50), share("on_time_share", 20, 40), share("extended_share", 8, 40), share("late_share", 12, 40),
  share("reopened_share", 6, 40), share("satisfied_share", 20, 30), share("rated_share", 30, 40),
];

test("handled stands beside on time, each over its own denominator; who did not rate is told; a hidden line is no small one", async () => {
  const line = { key: "2026-11", name: "11/2026", hidden: false, counts, shares };
  const sheet = {
    as_of: "2026-11-23T05:00:00Z", since: "2025-12", until: "2026-11", by: "month", total: line,
    items: [line, { ...line, key: "2026-10", name: "10/2026", hidden: true, counts: null, shares: [] }],
    reasons: [{ code: "test", name: "Tin gửi thử", refused: 5 }],
    definitions: [...DEFINED, ...shares.map((one) => one.code)].map((code) => ({ code, name: `tên ${code}`, meaning: `nghĩa ${code}` })),
  };
  globalThis.fetch = async (input) => Response.json((input as Request).url.includes("/v1/figures") ? sheet : { items: [] });
  const view = render(<Figures place={{ path: "/so-lieu", params: {}, query: new URLSearchParams() }} />);
  await waitFor(() => view.getByText("Trong 40 vụ đã đến lúc phải có kết quả"));
  const all = view.container.textContent ?? "";
  for (const told of ["80 %", "40 trên 50", "50 %", "20 trên 40", "15 % (6 trên 40)", "66,7 %", "20 trên 30", "30 trên 40"]) expect(all).toContain(told);
  for (const code of ["handled", "open", "refused", "merged", "unresolved", "reopened", "unrated", "unhappy", "satisfied_share", "on_time_share"]) expect(all).toContain(`nghĩa ${code}`);
  expect(view.getByText("không công bố").closest("tr")?.textContent).toContain("10/2026");
  expect(view.getByText("Bảng này (CSV)").getAttribute("href")).toBe("/v1/figures.csv?by=month");
});
