/** Reports sent from this phone, with the key that opens each without an account. */
import { signal } from "@preact/signals";
import { keep, recall } from "../offline/db";

export interface Tracked {
  id: string;
  code: string;
  tracking_key: string;
  title: string;
  sent_at: string;
  due_at: string | null;
}

const KEY = "tracked-reports";
export const tracked = signal<Tracked[]>([]);

export async function loadTracked(): Promise<Tracked[]> {
  tracked.value = (await recall<Tracked[]>(KEY)) ?? tracked.value;
  return tracked.value;
}

export async function mineByKey(id: string): Promise<Tracked | undefined> {
  return (await loadTracked()).find((one) => one.id === id);
}

export async function rememberMine(one: Tracked): Promise<void> {
  const rest = (await loadTracked()).filter((other) => other.id !== one.id);
  tracked.value = [one, ...rest];
  await keep(KEY, tracked.value).catch(() => undefined);
}
