/** Sending and pulling: one tab at a time, in batches that shrink when the server says "too much",
 * each event with its own answer; a failure says what is kept and tries again by itself. */
import { Refused, asFailure } from "../api/failure";
import { uuid7 } from "../offline/uuid7";
import { listed } from "./columns";
import { events, isFull, type Recorded } from "./queue";
import { receive } from "./receiving";
import { handOver } from "./rescue/carrying";
import type { Pull } from "./pulled";
import { purge, reinstall, type Revoked, settle, wipe } from "./settling";
import type { EventResult, Install, SyncAnswer } from "./shapes";
import { noRoom, syncedAt, syncFailure, syncing } from "./status";
import { meta, type Walk } from "./store";
import { take } from "./taking";
import { clockNow, parcelOf, type Told, upload } from "./upload";
import { askPull, askRescueKey, bringHome } from "./wire";

const BATCH = 100;
const MOST_PAGES = 60;
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 600_000;
const LEASE_MS = 60_000;
let tries = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
let running: Promise<void> | null = null;
let again = false;

export interface Door {
  /** For another phone: the key to seal with, and handing over what is sealed. */
  rescueKey?: () => Promise<string>;
  bringHome?: (sealed: string) => Promise<unknown>;
  sync: (install_id: string, rows: Recorded[], told: Told) => Promise<SyncAnswer>;
  pull: (cursor: string | null) => Promise<Pull>;
}
const server = (db: Walk): Door => ({
  sync: (install_id, rows, told) => upload(db, install_id, rows, told),
  rescueKey: askRescueKey,
  bringHome,
  pull: (cursor) => askPull(cursor).then((page) => ({ ...page, ...listed(page) })),
});

/** How long until the next try: anywhere up to a span that doubles, so that phones which failed together do not return
 * together; when the server named a time, a little after it. */
export function pause(failed: number, asked: number | null, chance: number = Math.random()): number {
  const span = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.max(0, failed - 1));
  return asked !== null ? asked * 1000 + chance * FIRST_WAIT : Math.max(1000, chance * span);
}

/** Sends what waits, then pulls what changed. Resolves when both are done or have failed. */
export function sync(db: Walk, door: Door = server(db)): Promise<void> {
  if (running) {
    again = true;
    return running;
  }
  running = alone(db, () => round(db, door)).finally(() => {
    running = null;
    syncing.value = false;
    if (again) {
      again = false;
      void sync(db, door);
    }
  });
  return running;
}

/** One tab at a time: by the browser's lock, else by a lease that ends by itself. */
async function alone(db: Walk, job: () => Promise<void>): Promise<void> {
  if (navigator.locks) {
    await navigator.locks.request("walk", { ifAvailable: true }, async (lock) => {
      if (lock) await job();
    });
    return;
  }
  if (!(await leased(db))) return;
  await job().finally(() => db.delete("meta", "lease"));
}

async function leased(db: Walk): Promise<boolean> {
  const tx = db.transaction("meta", "readwrite");
  try {
    const until = (await tx.store.get("lease")) as number | undefined;
    if (until !== undefined && until > Date.now()) return false;
    await tx.store.put(Date.now() + LEASE_MS, "lease");
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    // Without room there is no lease either; sending twice does no harm, not sending does.
    if (!isFull(error)) throw error;
  }
  return true;
}

async function round(db: Walk, door: Door): Promise<void> {
  clearTimeout(timer);
  if (navigator.onLine === false) return;
  syncing.value = true;
  try {
    await send(db, door);
    if (!(await meta<Revoked>(db, "revoked"))) {
      await bringList(db, door);
      await forOthers(db, door);
    }
    tries = 0;
    syncFailure.value = null;
  } catch (error) {
    const failure = asFailure(error);
    syncFailure.value = failure;
    // Nobody answered, or "later": by itself. Signed out or no longer in the team: when the person acts.
    if (!(failure instanceof Refused) || failure.status >= 500 || [408, 425, 429].includes(failure.status)) {
      tries += 1;
      timer = setTimeout(() => void sync(db, door), pause(tries, failure instanceof Refused ? failure.retryAfter : null));
    }
  }
}

/** Pulls the list and lets go what it shows and a receipt covers. */
async function bringList(db: Walk, door: Door): Promise<void> {
  const settledBefore = new Set(events.value.filter((row) => row.state === "accepted" || row.state === "replaced").map((row) => row.event_id));
  try {
    await pull(db, door);
    await purge(db, settledBefore);
    await db.put("meta", Date.now(), "synced");
    noRoom.value = false;
  } catch (error) {
    if (!isFull(error)) throw error;
    noRoom.value = true;
    // What the server has signed for need not be here for a week when there is no room.
    await purge(db, new Set(), Date.now(), 0).catch(() => undefined);
  }
  syncedAt.value = Date.now();
}

async function forOthers(db: Walk, door: Door): Promise<void> {
  try {
    if (door.rescueKey && !(await meta<string>(db, "rescue_key"))) await db.put("meta", await door.rescueKey(), "rescue_key");
    if (door.bringHome) await handOver(db, door.bringHome);
  } catch (error) {
    if (!isFull(error)) throw error;
  }
}

async function installOf(db: Walk): Promise<string> {
  const known = await meta<string>(db, "install");
  if (known) return known;
  const made = uuid7();
  await db.put("meta", made, "install").catch(() => undefined);
  return made;
}

async function told(db: Walk, install_id: string, wiped = false): Promise<Told> {
  const current = (await meta<string>(db, "install")) === install_id;
  const pending = events.value.filter((row) => row.state === "queued").length;
  return { last_seq: current ? ((await meta<number>(db, "seq")) ?? 0) : 0, pending, wiped };
}

/** Sends all that waits. A phone with nothing to send says that it is there: it may have to forget, or be missed. */
async function send(db: Walk, door: Door): Promise<void> {
  const asked = new Set<string>();
  let size = BATCH;
  let reinstalled = false;
  let heard = false;
  let wiping: Install | undefined;
  for (;;) {
    const rows = await take(db, size, asked);
    const [first] = rows;
    if (!first && heard) break;
    const install_id = first?.install_id ?? (await installOf(db));
    const { plain, packed } = parcelOf(rows, clockNow());
    const batch = [...plain, ...packed].sort((a, b) => a.seq - b.seq);
    let answer: Pick<SyncAnswer, "results" | "install"> & { receipt: SyncAnswer["receipt"] | null };
    try {
      answer = await door.sync(install_id, batch, await told(db, install_id));
    } catch (error) {
      if (!first || !tooMuch(error)) throw error;
      if (batch.length > 1) {
        size = Math.max(1, Math.floor(batch.length / 2));
        continue;
      }
      // One event that the server will not read: it must not keep the others waiting.
      answer = { results: [unreadable(first, error)], receipt: null };
    }
    heard = true;
    for (const row of batch) asked.add(row.event_id);
    const { cloned } = await settle(db, answer.results, answer.receipt);
    if ((cloned || answer.install?.state === "cloned") && !reinstalled) {
      reinstalled = true;
      asked.clear();
      await reinstall(db);
      heard = false;
    }
    if (answer.install?.wipe) {
      wiping = answer.install;
      await wipe(db, wiping.reason ?? null);
    }
    size = Math.min(BATCH, size * 2);
  }
  if (wiping) await wiped(db, door, wiping);
}

/** The last word of a phone that forgets: what was sent since is covered now and goes too. */
async function wiped(db: Walk, door: Door, { reason }: Install): Promise<void> {
  await wipe(db, reason ?? null);
  const install_id = await installOf(db);
  await door.sync(install_id, [], await told(db, install_id, true));
}

const tooMuch = (error: unknown): error is Refused => error instanceof Refused && (error.status === 413 || error.status === 422 || error.status === 400);

const unreadable = (row: Recorded, refused: Refused): EventResult => ({
  event_id: row.event_id,
  status: "rejected",
  reason_code: refused.slug || String(refused.status),
  reason: refused.words,
  field: refused.problem.errors?.[0]?.field ?? null,
});

async function pull(db: Walk, door: Door): Promise<void> {
  let cursor = (await meta<string>(db, "cursor")) ?? null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const pulled = await door.pull(cursor);
    await receive(db, pulled, cursor === null);
    cursor = pulled.cursor;
    if (!pulled.more) return;
  }
}
