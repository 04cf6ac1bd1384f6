/** Zalo's web view. The SDK is fetched after the first paint; every call may reject with nothing. */
import type { Platform, Spot } from "./types";
import { browserStore, locateByBrowser, saidAccuracy } from "./browser";

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
function soon<T>(answer: Promise<T>, patience = PATIENCE): Promise<T> {
  return Promise.race([answer, new Promise<never>((_, reject) => setTimeout(() => reject(new Error("Zalo is silent")), patience))]);
}

const DENIED = [-201, -202, -2002];
const READING = 30_000;

/** The person said no to Zalo. */
class Denied extends Error {}

/** A question Zalo puts to the person: they may read it for a while. Zalo rejects with an object, or with nothing. */
function asked<T>(answer: Promise<T>): Promise<T> {
  return soon(answer, READING).catch((error: { code?: number } | undefined) => {
    throw DENIED.includes(error?.code ?? 0) ? new Denied("refused in Zalo") : new Error("no answer of Zalo");
  });
}

/** getLocation() yields a token, good once and for two minutes; only our server can open it. */
async function locateByZalo(): Promise<Spot> {
  const found = await sdk();
  const [zalo_access_token, { token }] = await asked(Promise.all([found.getAccessToken(), found.getLocation()]));
  if (!zalo_access_token || !token) throw new Error("no token");
  // Fetched when used: the client of the API itself stands on this platform.
  const { api, got } = await import("../api/client");
  const place = await got(api.POST("/v1/zalo/location", { body: { zalo_access_token, zalo_location_token: token } }));
  return { lat: place.lat, lon: place.lon, accuracy_m: saidAccuracy(place.accuracy_m) };
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
  async locate() {
    try {
      return await locateByZalo();
    } catch (error) {
      // Who has just refused Zalo is not asked a second time by the web view: they drop a pin.
      if (error instanceof Denied) throw error;
      return locateByBrowser();
    }
  },
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
  async zaloPhone() {
    const found = await sdk();
    const [zalo_access_token, { token }] = await asked(Promise.all([found.getAccessToken(), found.getPhoneNumber()]));
    if (!zalo_access_token || !token) throw new Error("no token");
    return { zalo_access_token, zalo_phone_token: token };
  },
  scan: async () => (await (await sdk()).scanQRCode()).content,
  start() {
    sdk().catch(() => undefined);
  },
};
