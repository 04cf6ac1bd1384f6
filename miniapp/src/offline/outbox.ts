/** What waits to be sent. Kept in IndexedDB, sent when the network returns, exactly once for the server
 * (every item carries its own UUIDv7), and never dropped: a refusal stays here with its reason. */
import { signal } from "@preact/signals";
import { platform } from "../platform";
import { database, keep, recall } from "./db";
import { kinds } from "./kinds";

export interface Photo {
  position: number;
  blob: Blob;
  sent: boolean;
}

export interface Refusal {
  status: number;
  title: string;
  detail: string;
  fields: { field: string; message: string }[];
}

export interface Item<Body = unknown> {
  id: string;
  kind: keyof typeof kinds;
  /** One line a person recognises. */
  title: string;
  body: Body;
  photos: Photo[];
  created_at: string;
  tries: number;
  next_at: number;
  state: "queued" | "rejected";
  refusal: Refusal | null;
}

export type Outcome =
  | { id: string; state: "sent"; said: string }
  | { id: string; state: "rejected"; refusal: Refusal }
  /** Try again later; `reachable` is false when no server answered at all. */
  | { id: string; state: "later"; reachable: boolean };

/** How one kind of item is sent; a kind may send several in one request. */
export interface Kind {
  send(items: Item[], save: (item: Item) => Promise<void>): Promise<Outcome[]>;
  /** Where a refused item is corrected; null: it can only be tried again or dropped. */
  fix(item: Item): string | null;
}

/** Twenty-five drafts of four photos of about 250 kB: 25 MB, which every phone that runs this keeps. */
export const PHOTO_CAP = 100;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 600_000;
const LEASE_MS = 60_000;

export const items = signal<Item[]>([]);
export const sending = signal(false);
/** Set when the phone cannot keep anything (no IndexedDB): items live only while the page is open. */
export const fragile = signal(false);
/** Told after each item that arrived. */
export const arrived = signal<{ id: string; said: string } | null>(null);
export const allSentAt = signal<number | null>(null);

const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("outbox") : null;
let flushing: Promise<void> | null = null;
let again = false;
let timer: ReturnType<typeof setTimeout> | undefined;

export function wait(tries: number, chance: number = Math.random()): number {
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, tries - 1)) * (0.75 + chance / 2);
}

/** Whether a status means "this will never be taken as it is". */
export function isRefusal(status: number): boolean {
  return status >= 400 && status < 500 && ![401, 408, 425, 429].includes(status);
}

async function read(): Promise<void> {
  try {
    const kept = await (await database()).getAll("outbox");
    items.value = kept.sort((a, b) => (a.id < b.id ? -1 : 1));
  } catch {
    fragile.value = true;
  }
}

async function save(item: Item): Promise<void> {
  const rest = items.value.filter((other) => other.id !== item.id);
  items.value = [...rest, item].sort((a, b) => (a.id < b.id ? -1 : 1));
  try {
    await (await database()).put("outbox", item);
  } catch {
    fragile.value = true;
  }
}

export async function drop(id: string): Promise<void> {
  items.value = items.value.filter((item) => item.id !== id);
  try {
    await (await database()).delete("outbox", id);
  } catch {
    fragile.value = true;
  }
  others?.postMessage("changed");
}

export const photosWaiting = (): number => items.value.reduce((sum, item) => sum + item.photos.length, 0);

/** Keeps an item and starts sending; resolves when it is safe on the phone. */
export async function put<Body>(item: Pick<Item<Body>, "id" | "kind" | "title" | "body" | "photos">): Promise<void> {
  const known = items.value.find((other) => other.id === item.id);
  await save({
    ...item,
    created_at: known?.created_at ?? new Date().toISOString(),
    tries: 0,
    next_at: 0,
    state: "queued",
    refusal: null,
  });
  others?.postMessage("changed");
  void flush();
}

/** Sends what is due; `now` sends everything, refused items included. */
export function flush(now = false): Promise<void> {
  if (flushing) {
    again = true;
    return flushing;
  }
  flushing = (now ? hurry() : Promise.resolve())
    .then(() => alone(run))
    .finally(() => {
      flushing = null;
      sending.value = false;
      schedule();
      if (again) {
        again = false;
        void flush();
      }
    });
  return flushing;
}

async function hurry(): Promise<void> {
  for (const item of items.value) await save({ ...item, state: "queued", next_at: 0 });
}

/** One sender at a time over all tabs: by lock, else by a lease row. */
async function alone(job: () => Promise<void>): Promise<void> {
  if (navigator.locks) {
    await navigator.locks.request("outbox", { ifAvailable: true }, async (lock) => {
      if (lock) await job();
    });
    return;
  }
  const until = (await recall<number>("outbox-lease")) ?? 0;
  if (until > Date.now()) return;
  await keep("outbox-lease", Date.now() + LEASE_MS).catch(() => undefined);
  try {
    await job();
  } finally {
    await keep("outbox-lease", 0).catch(() => undefined);
  }
}

async function run(): Promise<void> {
  if (!fragile.value) await read();
  const due = items.value.filter((item) => item.state === "queued" && item.next_at <= Date.now());
  if (!due.length || navigator.onLine === false) return;
  sending.value = true;
  // Calls for help first, whatever waits longer.
  const names = [...new Set(due.map((item) => item.kind))].sort((a, b) => Number(b === "sos") - Number(a === "sos"));
  for (const name of names) {
    const kind = await kinds[name]().catch(() => null);
    if (!kind) continue;
    const mine = due.filter((item) => item.kind === name);
    for (const outcome of await kind.send(mine, save)) await settle(outcome);
  }
  if (!items.value.length) allSentAt.value = Date.now();
  others?.postMessage("changed");
}

async function settle(outcome: Outcome): Promise<void> {
  const item = items.value.find((one) => one.id === outcome.id);
  if (!item) return;
  if (outcome.state === "sent") {
    await drop(item.id);
    arrived.value = { id: item.id, said: outcome.said };
  } else if (outcome.state === "rejected") {
    await save({ ...item, state: "rejected", refusal: outcome.refusal });
  } else {
    const tries = item.tries + 1;
    await save({ ...item, tries, next_at: Date.now() + wait(tries) });
  }
}

function schedule(): void {
  clearTimeout(timer);
  const queued = items.value.filter((item) => item.state === "queued");
  if (!queued.length) return;
  const soonest = Math.min(...queued.map((item) => item.next_at));
  timer = setTimeout(() => void flush(), Math.max(1_000, soonest - Date.now()));
}

/** The network is back or the person came back: waiting times no longer matter. */
async function wake(): Promise<void> {
  await read();
  for (const item of items.value) if (item.state === "queued" && item.next_at > 0) await save({ ...item, next_at: 0 });
  await flush();
}

export async function start(): Promise<void> {
  others?.addEventListener("message", () => void read());
  platform.onConnected(() => void wake());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void wake();
  });
  await wake();
}
