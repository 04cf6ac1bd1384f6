import { cleanup, render, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSession, me, session } from "../../src/api/session";
import type { Session } from "../../src/api/types";
import ComingBack from "../../src/identity/trips/coming-back";
import { beginTrip, takeTrip, type TripPurpose, type TripWay } from "../../src/identity/trips/trip";
import { platform } from "../../src/platform";

const SESSION = { access_token: "a", refresh_token: "r", expires_in: 900, me: { id: "1", display_name: "Cán", roles: ["citizen"] } };
let posted: [string, unknown][] = [];
let answer: () => Response;

beforeEach(() => {
  posted = [];
  session.value = null;
  platform.store.remove("trip");
  globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    posted.push([new URL(request.url).pathname, await request.json()]);
    return answer();
  };
});
afterEach(cleanup);

/** Leave, and come back with what the other server sent. */
async function comeBack(way: TripWay, purpose: TripPurpose, sent: string) {
  answer = () => Response.json({ way, url: "https://sso.example/authorize?x=1", binding: "b1" }, { status: 201 });
  let left = "";
  await beginTrip(way, purpose, (url) => (left = url));
  expect(left).toBe("https://sso.example/authorize?x=1");
  answer = () => Response.json(purpose === "link" ? SESSION.me : SESSION);
  location.hash = `#/vao?${sent}`;
  return () => render(<ComingBack place={{ path: "/vao", params: {}, query: new URLSearchParams(sent) }} />);
}

test("the province's code ends the trip in the browser it began in, and leaves no trace in the address", async () => {
  const shown = await comeBack("oidc", "sign_in", "code=c1&state=s1&iss=https%3A%2F%2Fsso.example");
  shown();
  expect(location.hash).toBe("#/vao");
  await waitFor(() => expect(me.value?.display_name).toBe("Cán"));
  expect(posted[1]).toEqual(["/v1/auth/province", { code: "c1", state: "s1", binding: "b1", iss: "https://sso.example" }]);
  expect(takeTrip()).toBeNull();
});

test("coming in again by the province leaves no second session of the same person behind", async () => {
  keepSession({ ...SESSION, refresh_token: "old" } as unknown as Session);
  const shown = await comeBack("oidc", "factor", "code=c1&state=s1");
  shown();
  await waitFor(() => expect(posted[2]).toEqual(["/v1/auth/sign-out", { refresh_token: "old" }]));
  expect(session.value?.refresh_token).toBe("r");
});

test("from inside a session the way is linked to it", async () => {
  keepSession({ ...SESSION, me: { ...SESSION.me, display_name: "" } } as unknown as Session);
  const shown = await comeBack("zalo", "link", "code=c1&state=s1");
  shown();
  await waitFor(() => expect(location.hash).toBe("#/toi/noi"));
  expect(posted[1]?.[0]).toBe("/v1/me/zalo/web");
});

test("an account is not linked to whoever signed in meanwhile in another tab", async () => {
  keepSession(SESSION as unknown as Session);
  const shown = await comeBack("zalo", "link", "code=c1&state=s1");
  keepSession({ ...SESSION, me: { ...SESSION.me, id: "2" } } as unknown as Session);
  expect(shown().getByRole("alert").textContent).toMatch(/không phải người đã bắt đầu/);
  expect(posted.map(([path]) => path)).toEqual(["/v1/auth/trips"]);
});

test("a stranger's link, an old trip and a refusal at the other server sign nobody in", async () => {
  const view = render(<ComingBack place={{ path: "/vao", params: {}, query: new URLSearchParams("code=c&state=s") }} />);
  expect(view.getByRole("alert").textContent).toMatch(/bắt đầu ở trình duyệt khác/);
  cleanup();
  platform.store.set("trip", JSON.stringify({ way: "oidc", purpose: "sign_in", binding: "b", at: Date.now() - 600_001 }));
  expect(takeTrip()).toBeNull();
  const shown = await comeBack("oidc", "sign_in", "error=access_denied&state=s");
  expect(shown().getByRole("alert").textContent).toMatch(/Bạn đã dừng đăng nhập/);
  expect(posted.map(([path]) => path)).toEqual(["/v1/auth/trips"]);
  expect(me.value).toBeNull();
});

test("whom nobody linked is told the three steps; without a network the same trip can be tried again", async () => {
  const shown = await comeBack("oidc", "sign_in", "code=c1&state=s1");
  answer = () => Response.json({ type: "/problems/province-account-unknown", title: "Chưa được nối", status: 403 }, { status: 403 });
  const view = shown();
  await view.findByText(/ba bước/);
  cleanup();
  const again = await comeBack("oidc", "sign_in", "code=c2&state=s2");
  answer = () => Promise.reject(new TypeError("offline")) as unknown as Response;
  const later = again();
  const button = await later.findByText("Thử lại");
  answer = () => Response.json(SESSION);
  button.click();
  await waitFor(() => expect(me.value?.display_name).toBe("Cán"));
});

test("two accounts that cannot be one: the same reasons as on the screen that joins them", async () => {
  keepSession(SESSION as unknown as Session);
  const shown = await comeBack("oidc", "link", "code=c1&state=s1");
  answer = () => Response.json({ type: "/problems/merge-refused", title: "Không gộp được", status: 409 }, { status: 409 });
  const view = shown();
  const said = await view.findByRole("alert");
  expect(said.textContent).toMatch(/^Không gộp được\. .*hãy đăng nhập vào đó.*Chưa có gì thay đổi/);
  expect(view.getByText("Về mục Tôi").getAttribute("href")).toBe("#/toi/noi");
});
