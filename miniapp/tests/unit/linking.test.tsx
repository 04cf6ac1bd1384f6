import { cleanup, fireEvent, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSession, me } from "../../src/api/session";
import type { Me, Session } from "../../src/api/types";
import Linking from "../../src/identity/linking/linking";

const PLACE = { path: "/toi/noi", params: {}, query: new URLSearchParams() };
const ZALO_ONLY = {
  id: "1", display_name: "Lan", demo: false, phone_masked: null, linked: ["zalo"], second_factor: "not_needed", roles: ["citizen"],
} as unknown as Me;
let posted: [string, unknown][] = [];
let answer: () => Response;

beforeEach(() => {
  posted = [];
  keepSession({ access_token: "a", refresh_token: "r", expires_in: 900, me: ZALO_ONLY } as unknown as Session);
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    posted.push([pathname, await request.json()]);
    return pathname.endsWith("/otp") ? Response.json({ challenge_id: "c1", expires_in: 180, demo_code: null }, { status: 201 }) : answer();
  };
});
afterEach(cleanup);

/** Give the number and the digits. */
async function prove() {
  const view = render(<Linking place={PLACE} />);
  fireEvent.input(view.getByLabelText("Số điện thoại"), { target: { value: "0912 345 678" } });
  fireEvent.click(view.getByText("Nhận mã"));
  fireEvent.input(await view.findByLabelText("Mã 6 số"), { target: { value: "123456" } });
  fireEvent.click(view.getByText("Nối số này"));
  return view;
}

test("the number's code joins both accounts, and the screen says that nothing is left to do", async () => {
  answer = () => Response.json({ ...ZALO_ONLY, phone_masked: "0•• ••• •678", linked: ["phone", "zalo"] });
  const view = await prove();
  await view.findByText(/Bạn không cần làm gì thêm/);
  expect(posted).toEqual([
    ["/v1/auth/otp", { phone: "0912345678" }],
    ["/v1/me/phone/code", { challenge_id: "c1", code: "123456" }],
  ]);
  expect(me.value?.linked).toEqual(["phone", "zalo"]);
});

test("two accounts that cannot be one: why, what to do, and that nothing has changed", async () => {
  answer = () =>
    Response.json({ type: "/problems/merge-refused", title: "Hai tài khoản này không gộp được với nhau", status: 409 }, { status: 409 });
  const view = await prove();
  const said = await view.findByRole("alert");
  expect(said.textContent).toMatch(/^Hai tài khoản này không gộp được với nhau\. .*hãy đăng nhập vào đó.*Chưa có gì thay đổi ở cả hai tài khoản\.$/);
  expect(me.value?.linked).toEqual(["zalo"]);
});

test("a wrong code is said at the form, and the reasons for refusing a merge are not", async () => {
  answer = () => Response.json({ type: "/problems/code-refused", title: "Mã không đúng hoặc đã hết hạn", status: 422 }, { status: 422 });
  const view = await prove();
  await view.findByText("Mã không đúng hoặc đã hết hạn");
  expect(view.queryByText(/Chưa có gì thay đổi/)).toBeNull();
});

test("staff give their second factor first; a session from before the server told of ways is read", async () => {
  keepSession({ access_token: "a", refresh_token: "r", expires_in: 900, me: { ...ZALO_ONLY, linked: undefined, phone_masked: "0•• ••• •678", second_factor: "to_prove" } } as unknown as Session);
  const view = render(<Linking place={PLACE} />);
  view.getByText(/Hãy nhập mã ở mục Tôi trước/);
  await waitFor(() => expect(view.queryByText("Nối số này")).toBeNull());
  expect(view.getAllByText("Đã nối")).toHaveLength(1);
});
