/** The events recorded on this phone: numbered without gaps on one installation, never changed once
 * they may have left it, never dropped before the server's receipt covers them. */
import { signal } from "@preact/signals";
import { uuid7 } from "../offline/uuid7";
import { type Bodies, type Conflict, type EventType, type Receipt, subjectOf, type VisitLogged, type VisitSaid } from "./shapes";
import { msOf, SESSION, stopwatch, type Timed } from "./stopwatch";
import { meta, type Walk } from "./store";

/** queued: to be sent. held: the server waits for what it depends on. replaced: put right by a later event. */
export type State = "queued" | "held" | "accepted" | "conflict" | "rejected" | "replaced";

/** Rows of an app before schema 2 lack what is optional here. */
export interface Recorded<T extends EventType = EventType> extends Timed {
  event_id: string;
  install_id: string;
  seq: number;
  type: T;
  schema_version: number;
  body: Bodies[T];
  /** The household, adult, visit or merge it is about. */
  subject: string;
  household_id: string;
  /** One line a person recognises. */
  title: string;
  /** The form it was made with: saved once, in however many windows it is open. */
  once?: string;
  /** The version of the subject that the person saw. */
  base_version?: number;
  state: State;
  /** How often it was sent; from 1 on the server may hold it, whatever we heard. */
  tries: number;
  reason_code: string | null;
  reason: string | null;
  field: string | null;
  /** Held: decided about by then at the latest. */
  until?: string | null;
  /** Another person wrote the same: what they wrote, and what was written here. */
  conflict?: Conflict | null;
  /** The pulled list already shows it. */
  pulled: boolean;
}

const SCHEMA_VERSION = 2;
const SECOND = 1000;
const MINUTE = 60_000;

/** All events on this phone, by number; read again after each change, here or in another tab. */
export const events = signal<Recorded[]>([]);
const others = typeof BroadcastChannel === "function" ? new BroadcastChannel("walk") : null;
/** What left the phone in this run of the app, also when there was no room to write that down. */
export const left = new Set<string>();

export async function reread(db: Walk): Promise<void> {
  events.value = await db.getAllFromIndex("event", "seq");
}

export function listen(again: () => void): () => void {
  others?.addEventListener("message", again);
  return () => others?.removeEventListener("message", again);
}

export async function changed(db: Walk): Promise<void> {
  await reread(db);
  others?.postMessage("changed");
}

/** The phone has no room: nothing was written. */
export const isFull = (error: unknown): boolean => error instanceof DOMException && error.name === "QuotaExceededError";

/** The same form was saved with other answers in another window; the first stands. */
export class SavedElsewhere extends Error {
  constructor(readonly first: Recorded) {
    super("saved in another window");
  }
}

export interface Said<T extends EventType> {
  type: T;
  body: Bodies[T];
  household_id: string;
  title: string;
  once?: string;
  base_version?: number;
}

/** A visit is of its event's moment: whole seconds before it, whole minutes after it, so that it packs without loss. */
export function ofMoment(visit: VisitLogged, event_id: string): VisitLogged {
  const ms = msOf(event_id);
  const before = (at: string) => new Date(ms - Math.max(0, Math.round((ms - Date.parse(at)) / SECOND)) * SECOND).toISOString();
  const after = (at: string) => new Date(ms + Math.max(0, Math.ceil((Date.parse(at) - ms) / MINUTE)) * MINUTE).toISOString();
  return { ...visit, visit_id: event_id, started_at: before(visit.started_at), ended_at: before(visit.ended_at), revisit_at: visit.revisit_at && after(visit.revisit_at) };
}

/** The answers of a form without its times, to tell a second tap from a second opinion. */
const answersOf = ({ result, consent, adults }: VisitSaid): string => JSON.stringify([result, consent, adults]);

/** Records an event: number and row in one transaction, so a crash leaves neither a gap nor a twin.
 * A form that is already saved (here, or in another tab) is not recorded again; SavedElsewhere if it said something else. */
export async function record<T extends EventType>(db: Walk, said: Said<T>, replaces: string | null = null): Promise<Recorded<T>> {
  const visit = said.type === "visit_logged" ? (said.body as VisitLogged) : null;
  const once = said.once ?? visit?.visit_id;
  const event_id = uuid7();
  const newInstall = uuid7();
  const body = visit ? (ofMoment(visit, event_id) as Bodies[T]) : said.body;
  const tx = db.transaction(["meta", "event", "draft"], "readwrite");
  const store = tx.objectStore("event");
  const known = once === undefined ? [] : await store.index("once").getAll(once);
  const twin = known.find((one) => one.state !== "replaced" && one.event_id !== replaces);
  if (twin) {
    await tx.done;
    if (visit && answersOf(twin.body as VisitLogged) !== answersOf(visit)) throw new SavedElsewhere(twin);
    return twin as Recorded<T>;
  }
  const install_id = ((await tx.objectStore("meta").get("install")) as string | undefined) ?? newInstall;
  const seq = (((await tx.objectStore("meta").get("seq")) as number | undefined) ?? 0) + 1;
  const row: Recorded<T> = {
    ...said,
    ...(once !== undefined && { once }),
    body,
    event_id,
    install_id,
    seq,
    schema_version: SCHEMA_VERSION,
    device_time: new Date(msOf(event_id)).toISOString(),
    session_id: SESSION,
    device_mono: stopwatch(),
    subject: subjectOf(said.type, body),
    state: "queued",
    tries: 0,
    reason_code: null,
    reason: null,
    field: null,
    pulled: false,
  };
  try {
    const replaced = replaces ? await store.get(replaces) : undefined;
    if (replaced && (replaced.state === "rejected" || replaced.state === "conflict")) await store.put({ ...replaced, state: "replaced" });
    await Promise.all([tx.objectStore("meta").put(install_id, "install"), tx.objectStore("meta").put(seq, "seq"), store.put(row as Recorded)]);
    if (visit) await tx.objectStore("draft").delete(said.household_id);
    await tx.done;
  } catch (error) {
    // All or nothing: without room for the row there is no number either, and the form is still there.
    await tx.done.catch(() => undefined);
    throw error;
  }
  await changed(db);
  return row;
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

/** The server's receipt for what was recorded here. */
export async function receiptOf(db: Walk): Promise<Receipt | undefined> {
  const install = await meta<string>(db, "install");
  return install ? meta<Receipt>(db, `receipt:${install}`) : undefined;
}
