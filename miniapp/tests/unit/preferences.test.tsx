import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, expect, test } from "vitest";
import { clearKept } from "../../src/api/memory";
import { keepSession } from "../../src/api/session";
import type { MessagePreferences, Session } from "../../src/api/types";
import { Preferences } from "../../src/messages/preferences";

type Channel = MessagePreferences["channels"][number];
const way = (channel: Channel["channel"], why_not: string | null, address: string | null = null): Channel => ({ channel, address, ready: why_not === null, why_not });
const all = (email: boolean): MessagePreferences => ({
  purposes: [
    { purpose: "dossier", title: "Hồ sơ của tôi", text: "Báo khi hồ sơ đổi trạng thái.", channels: ["push"] },
    { purpose: "report", title: "Phản ánh của tôi", text: "Báo khi phản ánh được trả lời.", channels: [] },
  ],
  channels: [
    way("push", "Chưa có trình duyệt nào bật thông báo"),
    email ? way("email", null, "a…@x.vn") : way("email", "Chưa có địa chỉ thư điện tử"),
    way("zalo", "Chưa quan tâm tài khoản Zalo của tỉnh"),
    way("sms", "Chưa xác nhận số điện thoại"),
  ],
  text_version: "1", quiet_from: "21:00", quiet_until: "07:00", danger: "Ban đêm không gửi.", push_key: null,
});

let puts: unknown[] = [];
afterEach(() => {
  cleanup();
  clearKept("me:");
});

async function open(preferences: MessagePreferences) {
  puts = [];
  globalThis.fetch = async (input) => {
    if (input instanceof Request && input.method === "PUT") puts.push(await input.json());
    return Response.json(preferences);
  };
  keepSession({ access_token: "a", refresh_token: "r", expires_in: 900, me: { id: "1", roles: ["citizen"] } } as unknown as Session);
  const view = render(<Preferences place={{ path: "/tb/nhan", params: {}, query: new URLSearchParams() }} />);
  await waitFor(() => view.getByText("Tôi muốn nhận tin gì"));
  return view;
}

test("with no way out of the app: each reason once, nothing ticked, and a yes that waits is said in words", async () => {
  const view = await open(all(false));
  expect(view.getAllByText("Chưa xác nhận số điện thoại")).toHaveLength(1);
  expect(view.getAllByText("Chưa quan tâm tài khoản Zalo của tỉnh")).toHaveLength(1);
  expect(view.getAllByRole("checkbox").filter((box) => (box as HTMLInputElement).checked)).toEqual([]);
  view.getByText("Thông báo trên máy: bạn đã chọn, chưa gửi được vì kênh chưa bật.");
  fireEvent.click(view.getByText("Bỏ chọn"));
  await waitFor(() => expect(puts).toEqual([{ choices: [{ purpose: "dossier", channel: "push", granted: false }], text_version: "1" }]));
});

test("a way that works can be chosen for each purpose, and only it", async () => {
  const view = await open(all(true));
  const boxes = view.getAllByRole("checkbox", { name: "Thư điện tử" });
  expect(boxes).toHaveLength(2);
  expect(view.queryByRole("checkbox", { name: "Zalo" })).toBeNull();
  fireEvent.click(boxes[1] as HTMLElement);
  await waitFor(() => expect(puts).toEqual([{ choices: [{ purpose: "report", channel: "email", granted: true }], text_version: "1" }]));
});
