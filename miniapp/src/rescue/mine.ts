/** Calls made from this phone: what was sent, the number it got, the key that shows how it goes on. Kept on the phone only. */
import { signal } from "@preact/signals";
import { keep, recall } from "../offline/db";
import { drop } from "../offline/outbox";
import type { Call } from "./compact";

export interface Mine {
  call: Call;
  at: string;
  /** Null until the server has answered. */
  number: number | null;
  key: string | null;
}

const KEY = "sos-mine";
const LAST_PHONE = "sos-phone";
const KEPT = 5;

export const mine = signal<Mine[]>([]);

export async function loadMine(): Promise<Mine[]> {
  const kept = (await recall<Mine[]>(KEY)) ?? [];
  const fresh = mine.value.filter((one) => !kept.some((other) => other.call.id === one.call.id));
  mine.value = [...fresh, ...kept].slice(0, KEPT);
  return mine.value;
}

export async function remember(one: Mine): Promise<void> {
  mine.value = [one, ...mine.value.filter((other) => other.call.id !== one.call.id)].slice(0, KEPT);
  await keep(KEY, mine.value).catch(() => undefined);
}

export async function forgetMine(id: string): Promise<void> {
  mine.value = mine.value.filter((one) => one.call.id !== id);
  await keep(KEY, mine.value).catch(() => undefined);
  await drop(id);
}

export const lastPhone = async (): Promise<string> => (await recall<string>(LAST_PHONE)) ?? "";

export async function rememberPhone(phone: string | undefined): Promise<void> {
  if (phone) await keep(LAST_PHONE, phone).catch(() => undefined);
}
