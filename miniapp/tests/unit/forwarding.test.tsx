import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { clearKept } from "../../src/api/memory";
import { keepSession } from "../../src/api/session";
import type { ForwardSystem, Session } from "../../src/api/types";
import { Forwarding, health } from "../../src/officer/forwarding/forwarding";

afterEach(() => {
  cleanup();
  clearKept("me:");
});

const NOW = Date.parse("2026-11-23T05:00:00Z");
const well: ForwardSystem = {
  code: "ban", name: "Thành phố Bạn", url: "https://x.vn", dialect: "open311", jurisdiction_id: null, active: true, failures: 0,
  open_until: null, last_ok_at: null, last_error: null, waiting: 0, sent: 0, acknowledged: 0, failed: 0,
};

test("how a system fares: stopped before resting, resting before ailing, and a rest that is over is no rest", () => {
  const resting = { ...well, failures: 5, open_until: "2026-11-23T05:04:00Z" };
  expect(health(well, NOW)).toEqual({ tone: "ok", word: "Đang nhận" });
  expect(health(resting, NOW).word).toContain("Tạm nghỉ đến");
  expect(health({ ...resting, active: false }, NOW)).toEqual({ tone: "wait", word: "Đã ngừng gửi" });
  expect(health(resting, NOW + 600_000)).toEqual({ tone: "bad", word: "Trục trặc 5 lần liền" });
});

test("the desk opens with what failed and why, and sends it again", async () => {
  const refused = { report_id: "r1", code: "PA-0000007", state: "failed", reason: "HTTP 404: unknown", attempts: 1, their_id: null, their_status: null, next_at: null };
  const taken = { ...refused, code: "PA-0000008", state: "acknowledged", reason: null, their_id: "T-8", their_status: "Chờ vật tư" };
  const posts: string[] = [];
  globalThis.fetch = async (input) => {
    const { method, url } = input as Request;
    if (method === "POST") posts.push(new URL(url).pathname);
    if (method === "POST") return Response.json({ cases: 1 });
    if (url.includes("/cases")) return Response.json({ items: url.includes("state=failed") ? (posts.length ? [] : [refused]) : [taken] });
    return Response.json({ items: [{ ...well, failed: posts.length ? 0 : 1 }] });
  };
  keepSession({ access_token: "a", refresh_token: "r", expires_in: 900, me: { id: "1", roles: ["officer"] } } as unknown as Session);
  const view = render(<Forwarding place={{ path: "/cb/chuyen-tiep", params: {}, query: new URLSearchParams() }} />);
  await waitFor(() => view.getByText("Lý do: HTTP 404: unknown"));
  expect(view.getByText("PA-0000007").getAttribute("href")).toBe("#/xl/r1");
  fireEvent.click(view.getByText("Gửi lại 1 phản ánh"));
  await waitFor(() => view.getByText("Không có phản ánh nào gửi hỏng"));
  expect(posts).toEqual(["/v1/admin/forward-systems/ban/retry"]);
  expect(view.queryByText(/^Gửi lại/)).toBeNull();
  fireEvent.click(view.getByLabelText("Họ đã nhận"));
  await waitFor(() => view.getByText("Họ báo: Chờ vật tư"));
});
