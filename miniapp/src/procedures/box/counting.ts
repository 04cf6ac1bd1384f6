/**
 * Counting a search once, when it is over: something was opened, or the person went on or left.
 * A search that found nothing is over three seconds after the last key. Nothing about who asks: no token, no name.
 * Only of people who said yes: on the page of what was found, or under "Tôi".
 */
import { signal } from "@preact/signals";
import { platform } from "../../platform";
import { PROVINCE } from "../../places/province";
import { fold } from "../../ui/words";

const KEY = "count-searches";
const SETTLED = 3_000;
const LONGEST = 300;

/** Whether this person said yes; null: was never asked, which is no. */
export const counting = signal<boolean | null>(({ "1": true, "0": false } as const)[platform.store.get(KEY) ?? ""] ?? null);

export function setCounting(on: boolean): void {
  counting.value = on;
  platform.store.set(KEY, on ? "1" : "0");
  if (!on) drop();
}

interface Pending {
  q: string;
  found: number;
  /** Three seconds went by without a key. */
  settled: boolean;
}

let pending: Pending | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const sent = new Set<string>();

function drop(): void {
  clearTimeout(timer);
  pending = null;
}

function send(q: string, found: number, chosen: string | null): void {
  const once = fold(q);
  if (!counting.value || !once || sent.has(once) || navigator.onLine === false) return;
  sent.add(once);
  void fetch(`${__API_URL__}/v1/procedures/searches`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ q: q.slice(0, LONGEST), found, chosen, province: PROVINCE }),
    keepalive: true,
    credentials: "omit",
  }).catch(() => undefined);
}

/** A key: what was being typed is not over, unless it had settled. */
export function typing(): void {
  if (pending?.settled) send(pending.q, pending.found, null);
  drop();
}

/** These words were answered by the server with so many procedures. */
export function answered(q: string, found: number): void {
  if (pending?.q === q) return;
  typing();
  const mine: Pending = { q, found, settled: false };
  pending = mine;
  timer = setTimeout(() => {
    mine.settled = true;
    if (mine.found === 0) left();
  }, SETTLED);
}

/** Something was opened for these words. */
export function opened(q: string, found: number, code: string): void {
  drop();
  send(q, found, code);
}

/** The person left the search, or the page went to the background. */
export function left(): void {
  if (pending) send(pending.q, pending.found, null);
  drop();
}

addEventListener("pagehide", left);
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") left();
});
