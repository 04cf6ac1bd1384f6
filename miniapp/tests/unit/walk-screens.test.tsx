/** What a volunteer reads of what waits, of what met another's words, of a full phone and of one that was stopped. */
import "fake-indexeddb/auto";
import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { session } from "../../src/api/session";
import { Queue } from "../../src/outreach/sending/queue";
import { events, type Recorded } from "../../src/outreach/queue";
import { ready, revoked, syncNow, warning } from "../../src/outreach/state";
import { noRoom } from "../../src/outreach/status";
import Revisit from "../../src/outreach/about/revisit";
import MoreAbout from "../../src/outreach/about/more-about";
import type { AdultDraft } from "../../src/outreach/draft";

beforeEach(() => {
  vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
});
afterEach(() => {
  vi.restoreAllMocks();
  cleanup();
  events.value = [];
  revoked.value = null;
  warning.value = null;
  noRoom.value = false;
});

const row = (over: Partial<Recorded>): Recorded =>
  ({ event_id: "e", install_id: "i", seq: 1, type: "household_changed", schema_version: 2, device_time: "2026-11-22T12:00:00.000Z", body: {}, subject: "a", household_id: "a", title: "Sửa hộ số 7", state: "queued", tries: 0, reason_code: null, reason: null, field: null, pulled: false, ...over }) as unknown as Recorded;
const place = { path: "/tn/cho", params: {}, query: new URLSearchParams() };

async function queue(...rows: Recorded[]): Promise<Element> {
  session.value = { me: { id: "binh", roles: ["volunteer"], teams: [] } } as never;
  const { container } = render(<Queue place={place} />);
  await waitFor(() => expect(ready.value).toBe(true));
  await syncNow();
  events.value = rows;
  return container;
}

test("what waits for a person says so and until when; two who wrote the same see both words", async () => {
  const container = await queue(
    row({ event_id: "h", state: "held", reason: "Chờ tổ trưởng duyệt", until: "2026-12-06T12:00:00Z" }),
    row({ event_id: "c", state: "accepted", conflict: { kind: "hard", fields: [{ field: "reference", theirs: "Hộ 7B", yours: "Hộ 7A" }] } }),
    row({ event_id: "s", state: "accepted", conflict: { kind: "soft", fields: [{ field: "adults_total", theirs: 3, yours: null }] } }),
  );
  for (const words of ["Chờ tổ trưởng duyệt", "Chậm nhất 19:00 06/12/2026", "Hai người cùng sửa", "Cách gọi hộ: bạn ghi “Hộ 7A”, người khác ghi “Hộ 7B”", "tổ trưởng sẽ chọn", "Đã gộp"])
    await waitFor(() => expect(container.textContent).toContain(words));
});

test("a full phone and too large an area are said in words", async () => {
  const container = await queue(row({}));
  noRoom.value = true;
  warning.value = "Địa bàn có 2.400 hộ";
  await waitFor(() => expect(container.textContent).toContain("Máy hết chỗ"));
  expect(container.textContent).toContain("Các bản ghi vẫn còn");
  expect(container.textContent).toContain("Địa bàn có 2.400 hộ");
});

test("a phone that was stopped shows nothing of the list, why, and what is still to be sent", async () => {
  const container = await queue(row({}), row({ event_id: "f" }));
  revoked.value = { reason: "Mất máy ngoài đường", at: 0 };
  await waitFor(() => expect(container.textContent).toContain("ngừng được dùng"));
  expect(container.textContent).toContain("Mất máy ngoài đường");
  expect(container.textContent).toContain("Gửi nốt 2 bản ghi");
  expect(container.textContent).not.toContain("Sửa hộ số 7");
});

test("a return is a day and an hour: two taps, or one's own", () => {
  let value: { day: string | null; hour: string } = { day: null, hour: "19:00" };
  const change = (next: typeof value) => (value = next);
  const { getByLabelText, rerender } = render(<Revisit value={value} none error={undefined} onChange={change} />);
  fireEvent.click(getByLabelText("1 tuần"));
  expect(value.day).toMatch(/^\d{4}-\d\d-\d\d$/);
  rerender(<Revisit value={value} none error={undefined} onChange={change} />);
  fireEvent.click(getByLabelText("Sáng 8:30"));
  expect(value.hour).toBe("08:30");
  rerender(<Revisit value={{ day: "2027-02-03", hour: "17:30" }} none error={undefined} onChange={change} />);
  expect((getByLabelText("Ngày hẹn") as HTMLInputElement).value).toBe("2027-02-03");
});

test("any of the 21 skills can be added, each with how it went", () => {
  let adult: AdultDraft = { adult_id: "p", met: true, knows: true, task: "S05", outcome: "alone", others: [], barriers: [], next: [] };
  const change = (next: AdultDraft) => (adult = next);
  const { container, getByLabelText, rerender } = render(<MoreAbout adult={adult} onChange={change} />);
  expect(container.querySelectorAll("option")).toHaveLength(1 + 21 - 1);
  fireEvent.change(getByLabelText("Thêm kỹ năng khác"), { target: { value: "B04" } });
  rerender(<MoreAbout adult={adult} onChange={change} />);
  fireEvent.click(container.querySelector("input[type=radio][value=done_for]") as Element);
  expect(adult.others).toEqual([{ code: "B04", outcome: "done_for" }]);
});
