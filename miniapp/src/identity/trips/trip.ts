/** A trip to another server: what stays in this browser while somebody signs in there. Only with it can the trip end. */
import { api, got } from "../../api/client";
import { me } from "../../api/session";
import { platform } from "../../platform";

export type TripWay = "oidc" | "zalo";
/** Why somebody left: to come in, to give their second factor there, or to prove another way in from inside their session. */
export type TripPurpose = "sign_in" | "factor" | "link";

export interface Kept {
  way: TripWay;
  purpose: TripPurpose;
  binding: string;
  /** Who was signed in when it began: what is linked is linked to nobody else. */
  person: string | null;
  at: number;
}

const KEY = "trip";
const LIFETIME = 600_000;

/** Leaves this page; throws Refused or Unreachable while still on it. */
export async function beginTrip(way: TripWay, purpose: TripPurpose, leave: (url: string) => void = (url) => location.assign(url)): Promise<void> {
  const trip = await got(api.POST("/v1/auth/trips", { body: { way } }));
  platform.store.set(KEY, JSON.stringify({ way, purpose, binding: trip.binding, person: me.value?.id ?? null, at: Date.now() } satisfies Kept));
  leave(trip.url);
}

/** What was kept, once; null when this browser began none, or ten minutes ago. */
export function takeTrip(now: number = Date.now()): Kept | null {
  const text = platform.store.get(KEY);
  platform.store.remove(KEY);
  if (!text) return null;
  try {
    const kept = JSON.parse(text) as Kept;
    return now - kept.at < LIFETIME ? kept : null;
  } catch {
    return null;
  }
}
