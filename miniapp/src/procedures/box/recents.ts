/** What was searched lately: on this phone only, eight at most, each removable; never sent anywhere. */
import { signal } from "@preact/signals";
import { platform } from "../../platform";
import { fold } from "../../ui/words";

export interface Recent {
  text: string;
  /** The procedure it led to; null: a search in words. */
  code: string | null;
}

const KEY = "recent-searches";
const MOST = 8;
const LONGEST = 120;

function stored(): Recent[] {
  try {
    const found = JSON.parse(platform.store.get(KEY) ?? "[]") as unknown;
    return Array.isArray(found) ? (found as Recent[]).filter((one) => typeof one?.text === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export const recents = signal<Recent[]>(stored());

function set(next: Recent[]): void {
  recents.value = next;
  if (next.length) platform.store.set(KEY, JSON.stringify(next));
  else platform.store.remove(KEY);
}

/** The same words with other marks are the same search. */
const alike = (a: Recent, b: Recent): boolean => fold(a.text) === fold(b.text) || (a.code !== null && a.code === b.code);

export function remember(text: string, code: string | null = null): void {
  const one: Recent = { text: text.trim().replace(/\s+/g, " ").slice(0, LONGEST), code };
  if (!one.text) return;
  set([one, ...recents.value.filter((other) => !alike(one, other))].slice(0, MOST));
}

export const forgetRecent = (text: string): void => set(recents.value.filter((one) => one.text !== text));
export const forgetRecents = (): void => set([]);
