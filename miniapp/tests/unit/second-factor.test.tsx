import { cleanup, fireEvent, render } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { dropSession, keepSession } from "../../src/api/session";
import type { Session } from "../../src/api/types";
import { RecoveryCodes, SecondFactor } from "../../src/identity/second-factor";

const SESSION = { access_token: "a", refresh_token: "r", expires_in: 900, me: { id: "1", display_name: "Cán", roles: ["citizen"] } } as unknown as Session;
const CODES = ["AAAA-BBBB-CCCC", "DDDD-EEEE-FFFF"];

beforeEach(() => {
  keepSession(SESSION);
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(new Request(input, init).url);
    if (pathname.endsWith("/confirm")) return Response.json({ access_token: "b", expires_in: 900, me: SESSION.me, recovery_codes: CODES });
    return Response.json({ secret: "ABCD".repeat(8), uri: `otpauth://totp/x?secret=${"ABCD".repeat(8)}` }, { status: 201 });
  };
});
afterEach(cleanup);

async function enrol() {
  const view = render(<><SecondFactor known={false} /><RecoveryCodes /></>);
  fireEvent.click(view.getByText("Bắt đầu"));
  await view.findByRole("img");
  fireEvent.input(view.getByLabelText("Mã trong ứng dụng"), { target: { value: "123456" } });
  fireEvent.click(view.getByText("Xác nhận"));
  await view.findByText(CODES[0] ?? "");
}

test("codes for paper outlive a look at another screen, until they are said to be copied", async () => {
  await enrol();
  cleanup();
  const back = render(<RecoveryCodes />);
  for (const code of CODES) back.getByText(code);
  fireEvent.click(back.getByText("Tôi đã chép xong"));
  expect(back.container.textContent).toBe("");
});

test("whoever signs in next on this machine does not see them", async () => {
  await enrol();
  cleanup();
  await dropSession();
  keepSession({ ...SESSION, me: { ...SESSION.me, id: "2" } });
  expect(render(<RecoveryCodes />).container.textContent).toBe("");
});
