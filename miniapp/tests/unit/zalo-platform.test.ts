import { beforeEach, expect, test, vi } from "vitest";
import { ZaloWindow } from "./zalo-window";

let zalo: ZaloWindow;
let sent: { path: string; body: unknown }[];
let browserAsked: number;
let answer: () => Response;

beforeEach(() => {
  vi.resetModules();
  localStorage.clear();
  zalo = new ZaloWindow();
  vi.doMock("../../src/platform/zalo-sdk", () => zalo.sdk);
  sent = [];
  browserAsked = 0;
  answer = () => Response.json({ lat: 16.4637, lon: 107.5909, accuracy_m: null, source: "zalo", at: "2026-11-23T03:00:00Z" });
  vi.stubGlobal("fetch", async (request: Request) => {
    sent.push({ path: new URL(request.url).pathname, body: await request.json() });
    return answer();
  });
  Object.defineProperty(navigator, "geolocation", {
    configurable: true,
    value: {
      getCurrentPosition: (found: (at: unknown) => void) => {
        browserAsked += 1;
        found({ coords: { latitude: 16, longitude: 107, accuracy: 30 } });
      },
    },
  });
});

const platform = async () => (await import("../../src/platform/zalo")).zalo;

test("a pin comes from Zalo's token, which only the server opens", async () => {
  expect(await (await platform()).locate()).toEqual({ lat: 16.4637, lon: 107.5909, accuracy_m: null });
  expect(sent).toEqual([{ path: "/v1/zalo/location", body: { zalo_access_token: "tok-1001", zalo_location_token: "place-1" } }]);
  expect(browserAsked).toBe(0);
});

test.each(["no", "never"] as const)("who says %s to Zalo is not asked again by the web view", async (said) => {
  zalo.answers["scope.userLocation"] = said;
  await expect((await platform()).locate()).rejects.toThrow("refused in Zalo");
  expect([sent.length, browserAsked]).toEqual([0, 0]);
});

test.each(["localhost", "elsewhere"] as const)("%s: no token, so the browser is asked", async (place) => {
  zalo.place = place;
  expect(await (await platform()).locate()).toEqual({ lat: 16, lon: 107, accuracy_m: 30 });
  expect(sent).toEqual([]);
});

test("a token the server cannot open is not sent again", async () => {
  answer = () => Response.json({ type: "/problems/zalo-answer-lost", title: "?", status: 503 }, { status: 503 });
  expect(await (await platform()).locate()).toEqual({ lat: 16, lon: 107, accuracy_m: 30 });
  expect(sent.length).toBe(1);
});

test("a Zalo without its native side is not waited for", async () => {
  vi.useFakeTimers();
  zalo.answers["scope.userLocation"] = "silent";
  const spot = (await platform()).locate();
  await vi.advanceTimersByTimeAsync(31_000);
  expect(await spot).toEqual({ lat: 16, lon: 107, accuracy_m: 30 });
});

test("a phone number leaves Zalo as a token, a new one for every tap", async () => {
  const { zaloPhone } = await platform();
  expect(await zaloPhone?.()).toEqual({ zalo_access_token: "tok-1001", zalo_phone_token: "phone-1" });
  expect(await zaloPhone?.()).toEqual({ zalo_access_token: "tok-1001", zalo_phone_token: "phone-2" });
  zalo.answers["scope.userPhonenumber"] = "no";
  await expect(zaloPhone?.()).rejects.toThrow("refused in Zalo");
});

test.each(["localhost", "elsewhere"] as const)("%s: there is no phone token and no crash", async (place) => {
  zalo.place = place;
  await expect((await platform()).zaloPhone?.()).rejects.toThrow(Error);
});

test("what is kept survives without Zalo's store", async () => {
  const { store } = await platform();
  zalo.place = "elsewhere";
  store.set("a", "1");
  expect(store.get("a")).toBe("1");
  store.remove("a");
  expect(store.get("a")).toBeNull();
});

test("the network's return is told by Zalo", async () => {
  const back = vi.fn();
  (await platform()).onConnected(back);
  await vi.waitFor(() => expect(zalo.watchers.length).toBe(1));
  zalo.connect(false);
  zalo.connect(true);
  expect(back).toHaveBeenCalledTimes(1);
});

test("Zalo's own upload is one form without our headers, and its answer is text", async () => {
  let form: FormData | null = null;
  vi.stubGlobal("fetch", async (_: string, init: RequestInit) => {
    form = init.body as FormData;
    expect(init.headers).toBeUndefined();
    return new Response('{"error":0,"message":"Success","data":{"urls":["https://x"]}}');
  });
  zalo.picked = [{ bytes: new Uint8Array([1, 2]), type: "image/jpeg", name: "a.jpg" }];
  const { data } = await zalo.sdk.openMediaPicker({ type: "photo", serverUploadUrl: "https://api/x" });
  expect(JSON.parse(data as string)).toMatchObject({ error: 0 });
  expect((form as FormData | null)?.getAll("file").length).toBe(1);
  zalo.picked = [{ bytes: new Uint8Array(1024 * 1024 + 1), type: "image/jpeg", name: "b.jpg" }];
  await expect(zalo.sdk.openMediaPicker({ type: "photo", serverUploadUrl: "https://api/x" })).rejects.toMatchObject({ code: -2004 });
});
