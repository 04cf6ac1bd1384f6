import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterAll, afterEach, vi } from "vitest";

Object.assign(globalThis, { __ZALO__: false, __API_URL__: "", __PROVINCE__: "46", __HOTLINE__: "19001075" });

// Files share a process, which takes a third of the time; none sees what another left in modules, storage or page.
vi.resetModules();
globalThis.indexedDB = new IDBFactory();
globalThis.localStorage?.clear();
globalThis.document?.body.replaceChildren();

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

// A try that a file's modules put off for later would come in the middle of the next file.
const later = globalThis.setTimeout;
const left: ReturnType<typeof later>[] = [];
globalThis.setTimeout = Object.assign((...given: Parameters<typeof later>) => {
  const timer = later(...given);
  left.push(timer);
  return timer;
}, later);

afterAll(() => {
  globalThis.setTimeout = later;
  left.forEach(clearTimeout);
});
