/** Zalo's web view. The SDK is fetched after the first paint; every call may reject with nothing. */
import type { Platform } from "./types";
import { browserStore, locateByBrowser } from "./browser";

type Sdk = typeof import("./zalo-sdk");

let loading: Promise<Sdk> | null = null;
let loaded: Sdk | null = null;

function sdk(): Promise<Sdk> {
  loading ??= import("./zalo-sdk").then((found) => {
    loaded = found;
    return found;
  });
  return loading;
}

const PATIENCE = 10_000;

/** Without its native side the SDK never answers: then nobody should wait for it. */
function soon<T>(asked: Promise<T>): Promise<T> {
  return Promise.race([asked, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("Zalo is silent")), PATIENCE))]);
}

/** nativeStorage throws outside Zalo and without approval: then the web view's own store serves. */
function native<T>(run: (store: Sdk["nativeStorage"]) => T): T | undefined {
  try {
    return loaded ? run(loaded.nativeStorage) : undefined;
  } catch {
    return undefined;
  }
}

export const zalo: Platform = {
  name: "zalo",
  store: {
    get: (key) => browserStore.get(key) ?? native((store) => store.getItem(key)) ?? null,
    set(key, value) {
      browserStore.set(key, value);
      native((store) => store.setItem(key, value));
    },
    remove(key) {
      browserStore.remove(key);
      native((store) => store.removeItem(key));
    },
  },
  // getLocation() yields only a token for the server; the pin needs coordinates now.
  locate: locateByBrowser,
  onConnected(run) {
    addEventListener("online", run);
    sdk()
      .then((found) => found.onNetworkStatusChange((status) => status.isConnected && run()) as unknown)
      .catch(() => undefined);
  },
  async zaloToken() {
    const token = await soon(sdk().then((found) => found.getAccessToken()));
    return token || null;
  },
  scan: async () => (await (await sdk()).scanQRCode()).content,
  start() {
    sdk().catch(() => undefined);
  },
};
