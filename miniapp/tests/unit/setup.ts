import "fake-indexeddb/auto";
import { afterEach, vi } from "vitest";

Object.assign(globalThis, { __ZALO__: false, __API_URL__: "" });

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
