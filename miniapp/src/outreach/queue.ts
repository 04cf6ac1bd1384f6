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
const left = new Set<string>();

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
function ofMoment(visit: VisitLogged, event_id: string): VisitLogged {
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

/** What an event that may have arrived already is put right by: its first content stays, the second says it anew. */
function anew(row: Recorded, said: Said<EventType>, why: string): Said<EventType> {
  const { title, household_id } = said;
  const differing = (keys: string[]) => Object.fromEntries(Object.entries(said.body).filter(([key, value]) => keys.includes(key) && value !== (row.body as unknown as Record<string, unknown>)[key]));
  if (row.type === "visit_logged") {
    const { team_id, visit_id, started_at, ended_at } = row.body as VisitLogged;
    const { result, revisit_at, consent, adults } = said.body as VisitLogged;
    return { type: "visit_corrected", title, household_id, body: { team_id, visit_id, reason: why, visit: { started_at, ended_at, result, revisit_at, consent, adults } } };
  }
  if (row.type === "household_added") {
    const { team_id, household_id: id } = row.body as Bodies["household_added"];
    return { type: "household_changed", title, household_id, body: { team_id, household_id: id, ...differing(["reference", "adults_total"]) } };
  }
  if (row.type === "adult_added") {
    const { team_id, adult_id } = row.body as Bodies["adult_added"];
    return { type: "adult_changed", title, household_id, body: { team_id, adult_id, ...differing(["label", "birth_year", "sex", "turns_18_on"]) } };
  }
  return said;
}

/** Puts an event right. Never sent: in place, under its own number and moment. Refused: a new event takes its place.
 * Sent, or on its way: the first content may be on the server, so a second event says it anew and waits for its own answer. */
export async function revise<T extends EventType>(db: Walk, event_id: string, said: Said<T>, why: string): Promise<Recorded> {
  const tx = db.transaction("event", "readwrite");
  const row = await tx.store.get(event_id);
  if (row && row.state === "queued" && row.tries === 0 && !left.has(event_id)) {
    const { visit_id } = row.body as Partial<VisitLogged>;
    const body = { ...said.body, ...(visit_id && row.type === "visit_logged" && { ...ofMoment(said.body as VisitLogged, event_id), visit_id }) } as Bodies[T];
    const next = { ...row, body, title: said.title, subject: subjectOf(said.type, body) };
    await tx.store.put(next);
    await tx.done;
    await changed(db);
    return next;
  }
  await tx.done;
  if (!row || row.state === "rejected" || row.state === "conflict") return record(db, said, event_id);
  return record(db, anew(row, said as Said<EventType>, why));
}

type Wanted = (row: Recorded) => boolean;

/** The next events to send, marked as sent before they leave. `held` is asked about once a round. */
export async function take(db: Walk, size: number, skip: ReadonlySet<string>): Promise<Recorded[]> {
  const wanted: Wanted = (row) => (row.state === "queued" || row.state === "held") && !skip.has(row.event_id);
  const taken = await marked(db, size, wanted).catch((error: unknown) => {
    if (!isFull(error)) throw error;
    // No room even for a mark: what is here must be able to leave all the same.
    return db.getAllFromIndex("event", "seq").then((rows) => rows.filter(wanted).slice(0, size));
  });
  for (const { event_id } of taken) left.add(event_id);
  return taken;
}

async function marked(db: Walk, size: number, wanted: Wanted): Promise<Recorded[]> {
  const tx = db.transaction("event", "readwrite");
  const taken: Recorded[] = [];
  try {
    for (let cursor = await tx.store.index("seq").openCursor(); cursor && taken.length < size; cursor = await cursor.continue()) {
      if (!wanted(cursor.value)) continue;
      const next = { ...cursor.value, tries: cursor.value.tries + 1 };
      await cursor.update(next);
      taken.push(next);
    }
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    throw error;
  }
  return taken;
}

/** Forgets an event the server refused, when the volunteer says so. */
export async function discard(db: Walk, event_id: string): Promise<void> {
  const row = await db.get("event", event_id);
  if (row?.state !== "rejected" && row?.state !== "conflict") return;
  await db.put("event", { ...row, state: "replaced" });
  await changed(db);
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
