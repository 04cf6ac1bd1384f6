/** Sending and pulling: one tab at a time, in batches that shrink when the server says "too much",
 * each event with its own answer; a failure says what is kept and tries again by itself. */
import { signal } from "@preact/signals";
import { type Failure, Refused, asFailure } from "../api/failure";
import { wait } from "../offline/outbox";
import type { Pull, Team } from "./pulled";
import { events, purge, type Recorded, reinstall, settle, take, wireOf } from "./queue";
import type { EventResult, Receipt, SyncAnswer } from "./shapes";
import { meta, type Walk } from "./store";
import { askPull, askSync } from "./wire";

export const syncing = signal(false);
export const syncedAt = signal<number | null>(null);
export const syncFailure = signal<Failure | null>(null);

const BATCH = 100;
const MOST_PAGES = 60;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
let again = false;

export interface Door {
  sync: (install_id: string, rows: Recorded[]) => Promise<SyncAnswer>;
  pull: (cursor: string | null) => Promise<Pull>;
}
export const server: Door = {
  sync: (install_id, rows) => askSync({ install_id, device_time: new Date().toISOString(), events: rows.map(wireOf) }),
  pull: askPull,
};

/** Sends what waits, then pulls what changed. Resolves when both are done or have failed. */
export function sync(db: Walk, door: Door = server): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = alone(() => round(db, door)).finally(() => {
    running = null;
    syncing.value = false;
    if (again) {
      again = false;
      void sync(db, door);
    }
  });
  return running;
}

async function alone(job: () => Promise<void>): Promise<void> {
  if (!navigator.locks) return job();
  await navigator.locks.request("walk", { ifAvailable: true }, async (lock) => {
    if (lock) await job();
  });
}

async function round(db: Walk, door: Door): Promise<void> {
  clearTimeout(timer);
  if (navigator.onLine === false) return;
  syncing.value = true;
  try {
    await send(db, door);
    const settledBefore = new Set(events.value.filter((row) => row.state === "accepted" || row.state === "replaced").map((row) => row.event_id));
    await pull(db, door);
    await purge(db, settledBefore);
    tries = 0;
    syncFailure.value = null;
    syncedAt.value = Date.now();
    await db.put("meta", syncedAt.value, "synced");
  } catch (error) {
    const failure = asFailure(error);
    syncFailure.value = failure;
    // Nobody answered, or "later": by itself. Signed out or no longer in the team: when the person acts.
    if (!(failure instanceof Refused) || failure.status === 429) {
      tries += 1;
      timer = setTimeout(() => void sync(db, door), (failure instanceof Refused && failure.retryAfter ? failure.retryAfter * 1000 : 0) || wait(tries));
    }
  }
}

async function send(db: Walk, door: Door): Promise<void> {
  const asked = new Set<string>();
  let size = BATCH;
  let reinstalled = false;
  for (;;) {
    const rows = await take(db, size, asked);
    const first = rows[0];
    if (!first) return;
    const batch = rows.filter((row) => row.install_id === first.install_id);
    let answer: Pick<SyncAnswer, "results"> & { receipt: Receipt | null };
    try {
      answer = await door.sync(first.install_id, batch);
    } catch (error) {
      if (!tooMuch(error)) throw error;
      if (batch.length > 1) {
        size = Math.max(1, Math.floor(batch.length / 2));
        continue;
      }
      // One event that the server will not read: it must not keep the others waiting.
      answer = { results: [unreadable(first, error)], receipt: null };
    }
    for (const row of batch) asked.add(row.event_id);
    const { cloned } = await settle(db, answer.results, answer.receipt);
    if (cloned && !reinstalled) {
      reinstalled = true;
      asked.clear();
      await reinstall(db);
    }
    size = Math.min(BATCH, size * 2);
  }
}

const tooMuch = (error: unknown): error is Refused => error instanceof Refused && (error.status === 413 || error.status === 422 || error.status === 400);

const unreadable = (row: Recorded, refused: Refused): EventResult => ({
  event_id: row.event_id,
  status: "rejected",
  reason_code: refused.slug || String(refused.status),
  reason: refused.words,
  field: refused.problem.errors?.[0]?.field ?? null,
});

/** Pages of what changed since the cursor; rows and cursor are written together. Events recorded here
 * are another store, so nothing unsent can be overwritten. */
async function pull(db: Walk, door: Door): Promise<void> {
  let cursor = (await meta<string>(db, "cursor")) ?? null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const pulled = await door.pull(cursor);
    const tx = db.transaction(["meta", "household", "adult"], "readwrite");
    if (pulled.reset) await Promise.all([tx.objectStore("household").clear(), tx.objectStore("adult").clear()]);
    for (const row of pulled.households) {
      if (row.gone) void tx.objectStore("household").delete(row.id);
      else void tx.objectStore("household").put(row);
    }
    for (const row of pulled.adults) {
      if (row.gone) void tx.objectStore("adult").delete(row.id);
      else void tx.objectStore("adult").put(row);
    }
    await tx.objectStore("meta").put(pulled.team satisfies Team, "team");
    await tx.objectStore("meta").put(pulled.skills, "skills");
    await tx.objectStore("meta").put(pulled.cursor, "cursor");
    await tx.done;
    cursor = pulled.cursor;
    if (!pulled.more) return;
  }
}
