/** What every browser engine gives, Zalo's web view included. */
import type { Platform, Spot } from "./types";

const memory = new Map<string, string>();

/** The accuracy a device gave, when it says anything. */
export const saidAccuracy = (metres: number | null | undefined): number | null => (metres && Number.isFinite(metres) && metres > 0 ? metres : null);

export function locateByBrowser(): Promise<Spot> {
  return new Promise((resolve, reject) => {
    if (!("geolocation" in navigator)) {
      reject(new Error("no geolocation"));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({ lat: coords.latitude, lon: coords.longitude, accuracy_m: saidAccuracy(coords.accuracy) }),
      reject,
      { enableHighAccuracy: true, timeout: 12_000, maximumAge: 30_000 },
    );
  });
}

export const browserStore: Platform["store"] = {
  get(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return memory.get(key) ?? null;
    }
  },
  set(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      memory.set(key, value);
    }
  },
  remove(key) {
    memory.delete(key);
    try {
      localStorage.removeItem(key);
    } catch {
      /* private mode: the memory copy is gone already */
    }
  },
};
