/** The events recorded on this phone: numbered without gaps on one installation, never changed once
 * they may have left it, never dropped before the server's receipt covers them. */
import { signal } from "@preact/signals";
import { uuid7 } from "../offline/uuid7";
import { type Bodies, type EventResult, type EventType, type NewEvent, type Receipt, subjectOf } from "./shapes";
import { meta, type Walk } from "./store";

/** queued: to be sent. held: the server waits for what it depends on. replaced: put right by a later event. */
export type State = "queued" | "held" | "accepted" | "conflict" | "rejected" | "replaced";

export interface Recorded<T extends EventType = EventType> {
  event_id: string;
  install_id: string;
  seq: number;
  type: T;
  schema_version: number;
  device_time: string;
  body: Bodies[T];
  /** The household, adult or visit it is about. */
  subject: string;
  household_id: string;
  /** One line a person recognises. */
  title: string;
  state: State;
  /** How often it was sent; from 1 on the server may hold it, whatever we heard. */
  tries: number;
  reason_code: string | null;
  reason: string | null;
  field: string | null;
  /** The pulled list already shows it. */
  pulled: boolean;
}

const SCHEMA_VERSION = 1;
const KEEP_RECEIVED_MS = 7 * 86_400_000;

/** All events on this phone, by number; read again after each change, here or in another tab. */
export const events = signal<Recorded[]>([]);
const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("walk") : null;

export async function reread(db: Walk): Promise<void> {
  events.value = await db.getAllFromIndex("event", "seq");
}

export function listen(again: () => void): () => void {
  others?.addEventListener("message", again);
  return () => others?.removeEventListener("message", again);
}

async function changed(db: Walk): Promise<void> {
  await reread(db);
  others?.postMessage("changed");
}

export interface Said<T extends EventType> {
  type: T;
  body: Bodies[T];
  household_id: string;
  title: string;
}

/** Records an event: number and row in one transaction, so a crash leaves neither a gap nor a twin.
 * A visit that is already there (saved in another tab) is not recorded again. */
export async function record<T extends EventType>(db: Walk, said: Said<T>, replaces: string | null = null): Promise<Recorded<T>> {
  const subject = subjectOf(said.type, said.body);
  const fresh = { event_id: uuid7(), install_id: uuid7() };
  const tx = db.transaction(["meta", "event", "draft"], "readwrite");
  const store = tx.objectStore("event");
  const known = await store.index("subject").getAll(subject);
  const twin = known.find((one) => one.type === "visit_logged" && said.type === "visit_logged" && one.state !== "replaced" && one.event_id !== replaces);
  if (twin) {
    await tx.done;
    return twin as Recorded<T>;
  }
  const install_id = ((await tx.objectStore("meta").get("install")) as string | undefined) ?? fresh.install_id;
  const seq = (((await tx.objectStore("meta").get("seq")) as number | undefined) ?? 0) + 1;
  const row: Recorded<T> = {
    ...said,
    event_id: fresh.event_id,
    install_id,
    seq,
    schema_version: SCHEMA_VERSION,
    device_time: new Date().toISOString(),
    subject,
    state: "queued",
    tries: 0,
    reason_code: null,
    reason: null,
    field: null,
    pulled: false,
  };
  const replaced = replaces ? await store.get(replaces) : undefined;
  if (replaced && (replaced.state === "rejected" || replaced.state === "conflict")) await store.put({ ...replaced, state: "replaced" });
  await tx.objectStore("meta").put(install_id, "install");
  await tx.objectStore("meta").put(seq, "seq");
  await store.put(row as Recorded);
  if (said.type === "visit_logged") await tx.objectStore("draft").delete(said.household_id);
  await tx.done;
  await changed(db);
  return row;
}

/** Puts an event right. Never sent yet: in place, under its own number. Sent, or on its way: the first
 * content may be on the server, so the new one is a new event and waits for its own answer. */
export async function revise<T extends EventType>(db: Walk, event_id: string, said: Said<T>, anew: (body: Bodies[T]) => Bodies[T]): Promise<Recorded<T>> {
  const tx = db.transaction("event", "readwrite");
  const row = (await tx.store.get(event_id)) as Recorded<T> | undefined;
  if (row && row.state === "queued" && row.tries === 0) {
    const next = { ...row, body: said.body, title: said.title, subject: subjectOf(said.type, said.body), device_time: new Date().toISOString() };
    await tx.store.put(next as Recorded);
    await tx.done;
    await changed(db);
    return next;
  }
  await tx.done;
  return record(db, { ...said, body: anew(said.body) }, event_id);
}

/** The next events to send, marked as sent before they leave. `held` is asked about once a round. */
export async function take(db: Walk, size: number, skip: ReadonlySet<string>): Promise<Recorded[]> {
  const tx = db.transaction("event", "readwrite");
  const taken: Recorded[] = [];
  for (let cursor = await tx.store.index("seq").openCursor(); cursor && taken.length < size; cursor = await cursor.continue()) {
    const row = cursor.value;
    if ((row.state !== "queued" && row.state !== "held") || skip.has(row.event_id)) continue;
    const next = { ...row, tries: row.tries + 1 };
    await cursor.update(next);
    taken.push(next);
  }
  await tx.done;
  return taken;
}

export const wireOf = ({ event_id, seq, type, schema_version, device_time, body }: Recorded): NewEvent => ({
  event_id, seq, type, schema_version, device_time, body,
});

const STATES: Record<EventResult["status"], State> = {
  accepted: "accepted", duplicate: "accepted", held: "held", conflict: "conflict", rejected: "rejected",
};

/** A field that another phone changed too is taken with both values, and a leader chooses: nothing is left to do here. */
const stateOf = ({ status, reason_code }: EventResult): State => (reason_code === "field_conflict" ? "accepted" : STATES[status]);

/** Writes each answer on its own event; an event the server said nothing of stays to be sent. */
export async function settle(db: Walk, results: EventResult[], receipt: Receipt | null): Promise<{ cloned: boolean }> {
  const tx = db.transaction(["event", "meta"], "readwrite");
  let cloned = false;
  for (const result of results) {
    const row = result.event_id ? await tx.objectStore("event").get(result.event_id) : undefined;
    if (!row || row.state === "accepted" || row.state === "replaced") continue;
    if (result.reason_code === "seq_taken") {
      cloned = true;
      continue;
    }
    await tx.objectStore("event").put({
      ...row,
      state: stateOf(result),
      reason_code: result.reason_code ?? null,
      reason: result.reason ?? null,
      field: result.field ?? null,
    });
  }
  if (receipt) await tx.objectStore("meta").put(receipt, `receipt:${receipt.install_id}`);
  await tx.done;
  await changed(db);
  return { cloned };
}

/** The number is another phone's (a restored backup): this one becomes a new installation and
 * everything unsettled is numbered again, in the same order, from 1. */
export async function reinstall(db: Walk): Promise<void> {
  const install_id = uuid7();
  const tx = db.transaction(["event", "meta"], "readwrite");
  const rows = await tx.objectStore("event").index("seq").getAll();
  let seq = 0;
  for (const row of rows) {
    if (row.state !== "queued" && row.state !== "held") continue;
    seq += 1;
    await tx.objectStore("event").put({ ...row, install_id, seq });
  }
  await tx.objectStore("meta").put(install_id, "install");
  await tx.objectStore("meta").put(seq, "seq");
  await tx.done;
  await changed(db);
}

/** After a complete pull the list shows everything accepted before it began; under a receipt, old rows go. */
export async function purge(db: Walk, settledBefore: ReadonlySet<string>, now: number = Date.now()): Promise<void> {
  const tx = db.transaction(["event", "meta"], "readwrite");
  for (const row of await tx.objectStore("event").getAll()) {
    if (row.state !== "accepted" && row.state !== "replaced") continue;
    const receipt = (await tx.objectStore("meta").get(`receipt:${row.install_id}`)) as Receipt | undefined;
    const covered = receipt !== undefined && row.seq <= receipt.seq;
    const pulled = row.pulled || settledBefore.has(row.event_id);
    if (covered && pulled && now - new Date(row.device_time).getTime() > KEEP_RECEIVED_MS) await tx.objectStore("event").delete(row.event_id);
    else if (pulled !== row.pulled) await tx.objectStore("event").put({ ...row, pulled });
  }
  await tx.done;
  await changed(db);
}

/** Forgets an event the server refused, when the volunteer says so. */
export async function discard(db: Walk, event_id: string): Promise<void> {
  const row = await db.get("event", event_id);
  if (row?.state !== "rejected" && row?.state !== "conflict") return;
  await db.put("event", { ...row, state: "replaced" });
  await changed(db);
}

export async function receiptOf(db: Walk): Promise<Receipt | undefined> {
  const install = await meta<string>(db, "install");
  return install ? meta<Receipt>(db, `receipt:${install}`) : undefined;
}

export interface Tally {
  waiting: number;
  wrong: number;
  held: number;
}

export function tally(rows: Recorded[]): Tally {
  const count = (...states: State[]) => rows.filter((row) => states.includes(row.state)).length;
  return { waiting: count("queued"), wrong: count("rejected", "conflict"), held: count("held") };
}
