import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

type Handler = (event: Record<string, unknown>) => void;

/** The service worker's push handlers, in a world that records what they do. */
function worker(pages: { url: string; navigate: (to: string) => Promise<void>; focus: () => void }[] = []) {
  const handlers: Record<string, Handler> = {};
  const shown: { title: string; options: Record<string, unknown> }[] = [];
  const opened: string[] = [];
  const self = {
    addEventListener: (name: string, handler: Handler) => (handlers[name] = handler),
    registration: { scope: "https://hue.example.vn/", showNotification: (title: string, options: Record<string, unknown>) => shown.push({ title, options }) },
    clients: { matchAll: () => Promise.resolve(pages), openWindow: (to: string) => opened.push(to) },
  };
  const code = readFileSync("src/offline/sw.js", "utf8").replace("[/* __FILES__ */]", "[]");
  new Function("self", "caches", "fetch", code)(self, {}, () => undefined);
  const fire = async (name: string, event: Record<string, unknown>) => {
    let until: unknown;
    handlers[name]?.({ ...event, waitUntil: (work: unknown) => (until = work) });
    await until;
  };
  return { fire, shown, opened };
}

const note = { title: "Hồ sơ H57: Đã xử lý xong", url: "https://hue.example.vn/#/hs/1", tag: "0a", urgent: false };

test("a notice is shown with its tag, so that a second sending replaces the first", async () => {
  const { fire, shown } = worker();
  await fire("push", { data: { json: () => note } });
  expect(shown[0]?.title).toBe(note.title);
  expect(shown[0]?.options).toMatchObject({ tag: "0a", data: { url: note.url }, requireInteraction: false });
});

test("a push that cannot be read still says something: browsers punish silence", async () => {
  const { fire, shown } = worker();
  await fire("push", { data: { json: () => JSON.parse("{") as unknown } });
  expect(shown[0]?.title).toBe("Ngõ Số");
});

test("a tap opens a place in this app, whatever address the notice carries", async () => {
  const { fire, opened } = worker();
  const tap = (url: string) => fire("notificationclick", { notification: { close: () => undefined, data: { url } } });
  await tap(note.url);
  await tap("https://lua.dao/");
  await tap("https://lua.dao/#/hs/2");
  expect(opened).toEqual(["https://hue.example.vn/#/hs/1", "https://hue.example.vn/#/tb", "https://hue.example.vn/#/hs/2"]);
});

test("an open page is used again", async () => {
  const page = { url: "https://hue.example.vn/#/", navigate: vi.fn(() => Promise.resolve()), focus: vi.fn() };
  const { fire, opened } = worker([page]);
  await fire("notificationclick", { notification: { close: () => undefined, data: { url: note.url } } });
  expect(page.navigate).toHaveBeenCalledWith("https://hue.example.vn/#/hs/1");
  expect(page.focus).toHaveBeenCalled();
  expect(opened).toEqual([]);
});
