import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Procedure } from "../../src/api/types";
import { listOf } from "../../src/officer/searches";
import { Cost, HowLong, Online, stillToday, weekday } from "../../src/procedures/answers";
import { Papers } from "../../src/procedures/papers";
import { ResultList } from "../../src/procedures/results";
import { forgetTicks, progress, tick, ticked, untick } from "../../src/procedures/ticks";

const paper = (no: number, name: string, condition: string | null = null) => ({ no, paper: name, form: null, condition, copies: null });
const way = (channel: "online" | "counter", fee: string, days: number | null, on: string | null = null) => ({
  channel,
  fee: { vnd: null, quality: "stated" as const, text: fee },
  deadline: { amount: days, unit: "working_day" as const, text: days ? `${days} ngày làm việc` : "Chưa rõ thời hạn" },
  if_filed_today: on,
});
const page = (over: Partial<Procedure>): Procedure => ({
  code: "1.1", name: "Tên", plain_title: "Tên dễ hiểu", what_for: null, official_name: "Tên", level: "commune", level_text: "", field: "", issuer: "", agency: null,
  subjects: [], decision_no: null, online: "full", online_text: "", essential: false, internal: false, detailed: true, ways: [], saving_vnd: null, papers: null,
  checklist: [], basis: [], guide_certainty: null, where: null, portal_url: "https://dichvucong.gov.vn/x", changes: [], same_as: [], life_events: [], provenance: "", withdrawn_on: null, ...over,
});

beforeEach(() => forgetTicks());
afterEach(cleanup);

test("ticks are kept on the phone by procedure, and forgotten whole", () => {
  tick("1.1", "A", true);
  tick("1.1", "A", true);
  tick("viec:birth", "1.001193", true);
  expect(JSON.parse(localStorage.getItem("ticks") ?? "")).toEqual({ "1.1": ["A"], "viec:birth": ["1.001193"] });
  untick("1.1");
  expect(ticked("1.1")).toEqual([]);
  for (let n = 0; n < 70; n += 1) tick(`p${n}`, "x", true);
  expect([ticked("p0"), ticked("p69")]).toEqual([[], ["x"]]);
  forgetTicks();
  expect(localStorage.getItem("ticks")).toBeNull();
});

test("what counts as prepared: what everybody needs, and what this person added", () => {
  const papers = [paper(1, "A"), paper(2, "B"), paper(3, "C", "Nếu nhờ người khác")];
  expect(progress(papers, [])).toEqual({ ready: 0, all: 2 });
  expect(progress(papers, ["A", "C"])).toEqual({ ready: 2, all: 3 });
  expect(progress(papers, ["A", "không còn"])).toEqual({ ready: 1, all: 2 });
  expect(progress([paper(1, "A", "Nếu x"), paper(2, "B", "Nếu y")], ["B"])).toEqual({ ready: 1, all: 2 });
});

test("the checklist is ticked, counted and reset; a doubtful one says so", () => {
  const view = render(<Papers one={page({ checklist: [paper(1, "Tờ khai"), paper(2, "Giấy chứng sinh")], guide_certainty: "medium" })} />);
  fireEvent.click(view.getByLabelText("Tờ khai"));
  expect(view.getByRole("status").textContent).toBe("Đã chuẩn bị 1/2");
  expect(view.getByText(/cần đối chiếu trên Cổng/)).toBeTruthy();
  fireEvent.click(view.getByText("Bỏ hết dấu tích"));
  expect(view.getByRole("status").textContent).toBe("Đã chuẩn bị 0/2");
  cleanup();
  const bare = render(<Papers one={page({ papers: 33 })} />);
  expect(bare.container.textContent).toContain("33 loại giấy");
  expect(bare.getByText("Xem giấy tờ trên Cổng").getAttribute("href")).toBe("https://dichvucong.gov.vn/x");
});

test("cost and time: each way when they differ, what going online saves, and the day", () => {
  const one = page({ ways: [way("online", "10.000 đ", 7, "2026-12-03"), way("counter", "20.000 đ", 7, "2026-12-03")], saving_vnd: 10_000 });
  const cost = render(<Cost one={one} />);
  expect(cost.container.textContent).toContain("Qua mạng10.000 đTại quầy20.000 đNộp qua mạng tiết kiệm 10.000 đồng");
  const long = render(<HowLong one={one} at={Date.now()} />);
  expect(long.container.textContent).toContain("Nộp hôm nay, có kết quả ngày thứ Năm, 03/12/2026");
  const old = render(<HowLong one={one} at={Date.now() - 86_400_000} />);
  expect(old.container.textContent).not.toContain("Nộp hôm nay");
  expect(render(<Online one={page({ online: "none" })} />).container.textContent).toContain("Chưa được");
});

test("a day told before 15:00 is not told after it", () => {
  expect(weekday("2026-11-29")).toBe("chủ Nhật, 29/11/2026");
  const at = (clock: string) => Date.parse(`2026-11-23T${clock}+07:00`);
  expect(stillToday(at("08:00"), at("14:59"))).toBe(true);
  expect(stillToday(at("14:59"), at("15:01"))).toBe(false);
  expect(stillToday(at("23:50"), at("23:59"))).toBe(true);
});

const line = (n: number) => ({
  code: `c${n}`, name: `Tên ${n}`, plain_title: null, what_for: n ? `Khi cần ${n}` : null, level: "commune" as const, field: "", issuer: "", online: "partial" as const,
  deadline_text: "Chưa rõ thời hạn", fee_text: "Không mất phí", essential: false, same_as: [],
});
const found = { q: "sổ đỏ", items: [0, 1, 2, 3, 4, 5, 6].map(line), more: false, ambiguous: true, hotline: null, offline: false };

test("alike: a question with at most five choices, the others after it", () => {
  const view = render(<ResultList found={found} />);
  expect(view.getByRole("region", { name: "Bạn cần việc nào?" }).querySelectorAll("a.card")).toHaveLength(5);
  expect(view.getByRole("region", { name: "Kết quả khác" }).querySelectorAll("a.card")).toHaveLength(2);
  expect(view.container.textContent).not.toContain("Chưa rõ thời hạn");
});

test("nothing: the hotline and the team, no random hit", () => {
  const view = render(<ResultList found={{ ...found, items: [], hotline: { phone: "19001075", text: "" } }} />);
  expect(view.getByText("Gọi 19001075").closest("a")?.getAttribute("href")).toBe("tel:19001075");
  expect(view.getByText("Nhờ Tổ công nghệ số giúp").closest("a")?.getAttribute("href")).toBe("#/giup");
});

test("the officer's list as lines for a spreadsheet", () => {
  const items = [{ query: "kt3", asked: 9, empty: 9, chosen: [] }, { query: "khai sinh", asked: 7, empty: 0, chosen: [{ code: "1", title: "Làm giấy khai sinh", count: 6 }] }];
  expect(listOf(items).split("\n").slice(1)).toEqual(["kt3\t9\t9\t", "khai sinh\t7\t0\tLàm giấy khai sinh (6)"]);
});
