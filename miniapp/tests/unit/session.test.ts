import { beforeEach, expect, test, vi } from "vitest";

const session = (n: number) => ({ access_token: `a${n}`, refresh_token: `r${n}`, token_type: "Bearer", expires_in: 900, demo: true, me: { id: "p", roles: ["citizen", "volunteer"] } });
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  localStorage.setItem("session", JSON.stringify(session(1)));
});

test("an expired token is refreshed once for all requests that meet it, and each goes out again", async () => {
  const seen: string[] = [];
  let refreshes = 0;
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    if (path === "/v1/auth/refresh") {
      refreshes += 1;
      expect(await request.json()).toEqual({ refresh_token: "r1" });
      return json(session(2));
    }
    const token = request.headers.get("Authorization") ?? "";
    seen.push(token);
    return token === "Bearer a2" ? json({ items: [] }) : json({ type: "/problems/sign-in-needed", title: "?", status: 401 }, 401);
  });
  const { api, got } = await import("../../src/api/client");
  const ask = () => got(api.GET("/v1/me/dossiers"));
  await ask();
  await ask();
  expect(refreshes).toBe(1);
  expect(seen).toEqual(["Bearer a1", "Bearer a2", "Bearer a2"]);
  expect(JSON.parse(localStorage.getItem("session") ?? "")).toMatchObject({ access_token: "a2", refresh_token: "r2" });
});

test("a dead session is forgotten, with what was kept of the person", async () => {
  vi.stubGlobal("fetch", async () => json({ type: "/problems/sign-in-needed", title: "Bạn cần đăng nhập", status: 401 }, 401));
  const { keep, recall } = await import("../../src/offline/db");
  await keep("read:me:dossiers", { data: 1, at: 1 });
  await keep("read:geo:46", { data: 1, at: 1 });
  const { api, got } = await import("../../src/api/client");
  await expect(got(api.GET("/v1/me/dossiers"))).rejects.toMatchObject({ status: 401 });
  expect(localStorage.getItem("session")).toBeNull();
  expect(await recall("read:me:dossiers")).toBeUndefined();
  expect(await recall("read:geo:46")).toBeDefined();
});

test("no network while refreshing keeps the session", async () => {
  vi.stubGlobal("fetch", async (request: Request) => {
    if (request.url.endsWith("/v1/auth/refresh")) throw new TypeError("no network");
    return json({ type: "", title: "?", status: 401 }, 401);
  });
  const { api, got } = await import("../../src/api/client");
  await expect(got(api.GET("/v1/me/dossiers"))).rejects.toThrow();
  expect(localStorage.getItem("session")).not.toBeNull();
});

test("a role can only be used while it is held", async () => {
  const { mode, setMode, dropSession } = await import("../../src/api/session");
  setMode("volunteer");
  expect(mode.value).toBe("volunteer");
  setMode("officer");
  expect(mode.value).toBe("citizen");
  setMode("volunteer");
  await dropSession();
  expect(mode.value).toBe("citizen");
});
