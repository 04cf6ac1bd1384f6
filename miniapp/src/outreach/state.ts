/** The walk of the person signed in, ready for screens: the list, the team, and what to do with them. */
import { computed, effect, signal } from "@preact/signals";
import { me } from "../api/session";
import { platform } from "../platform";
import { type Household, fold } from "./fold";
import type { PulledAdult, PulledHousehold, Team } from "./pulled";
import { events, listen, receiptOf, record, reread, type Said } from "./queue";
import type { Revoked } from "./settling";
import type { Bodies, EventType } from "./shapes";
import { meta, type Walk, walk } from "./store";
import { syncedAt } from "./status";

interface List {
  team: Team | null;
  households: PulledHousehold[];
  adults: PulledAdult[];
}

const NOTHING: List = { team: null, households: [], adults: [] };
const list = signal<List>(NOTHING);
export const skills = signal<Record<string, string>>({});
/** The server holds everything recorded here up to this number. */
export const receiptSeq = signal<number | null>(null);
/** Null until the phone's own copy has been read. */
export const ready = signal(false);
/** This phone was stopped: it holds no list, and only sends what is left. */
export const revoked = signal<Revoked | null>(null);
/** The area is larger than a phone carries well: the server's sentence. */
export const warning = signal<string | null>(null);
/** The phone cannot keep anything: nothing may be recorded. */
export const broken = signal(false);
export const team = computed(() => list.value.team);
export const homes = computed<Household[]>(() => fold(list.value.team, list.value.households, list.value.adults, events.value));
export const homeOf = (id: string): Household | undefined => homes.value.find((home) => home.id === id);

const adultOf = (id: string) => homes.value.flatMap((home) => home.adults).find((adult) => adult.id === id);
const EDITS: EventType[] = ["household_changed", "household_removed", "household_restored"];
/** Whose walk is on this phone: who has left the team still sends what they recorded before. */
const WALKED = "walk";

let open: Walk | null = null;
let whose = "";

async function reload(db: Walk): Promise<void> {
  const [households, adults, found, named, synced, receipt, stopped, warned] = await Promise.all([
    db.getAll("household"),
    db.getAll("adult"),
    meta<Team>(db, "team"),
    meta<{ code: string; name: string }[]>(db, "skills"),
    meta<number>(db, "synced"),
    receiptOf(db),
    meta<Revoked>(db, "revoked"),
    meta<string | null>(db, "warning"),
  ]);
  await reread(db);
  list.value = { team: found ?? null, households, adults };
  skills.value = Object.fromEntries((named ?? []).map(({ code, name }) => [code, name]));
  syncedAt.value = synced ?? null;
  receiptSeq.value = receipt?.seq ?? null;
  revoked.value = stopped ?? null;
  warning.value = warned ?? null;
}

async function begin(person: string): Promise<void> {
  whose = person;
  open = null;
  ready.value = false;
  list.value = NOTHING;
  events.value = [];
  try {
    const db = await walk(person);
    if (whose !== person) return;
    open = db;
    platform.store.set(WALKED, person);
    await reload(db);
    ready.value = true;
  } catch {
    broken.value = true;
    ready.value = true;
    return;
  }
  navigator.storage?.persist?.().catch(() => false);
  await syncNow();
}

/** Sends and pulls now, then shows what came. */
export async function syncNow(): Promise<void> {
  const db = open;
  if (!db) return;
  // Without a network and never fetched: there is nobody to send to.
  const engine = await import("./walk-sync").catch(() => null);
  await engine?.sync(db);
  if (db === open) await reload(db).catch(() => undefined);
}

/** The version of what an edit is about, as the person saw it. */
function upon({ type, body }: Said<EventType>): { base_version?: number } {
  const edit = body as Partial<Bodies["household_changed"] & Bodies["adult_changed"]>;
  const seen = type === "adult_changed" ? adultOf(edit.adult_id ?? "") : EDITS.includes(type) ? homeOf(edit.household_id ?? "") : undefined;
  return seen && seen.version !== null ? { base_version: seen.version } : {};
}

export async function add<T extends EventType>(said: Said<T>): Promise<void> {
  if (!open) throw new Error("the phone cannot keep this");
  await record(open, { ...said, ...upon(said) });
  void syncNow();
}

/** Puts an event right; `why` is told to the leader when the first content has left the phone. */
export async function correct<T extends EventType>(event_id: string, said: Said<T>, why: string): Promise<void> {
  if (!open) throw new Error("the phone cannot keep this");
  const { revise } = await import("./revising");
  await revise(open, event_id, { ...said, ...upon(said) }, why);
  void syncNow();
}

export const database = (): Walk | null => open;

let started = false;

/** Called by every screen of the walk; begins once, and again when another person signs in. */
export function start(): void {
  if (started) return;
  started = true;
  effect(() => {
    const walks = me.value?.roles.includes("volunteer") || platform.store.get(WALKED) === me.value?.id;
    const person = me.value && walks ? me.value.id : "";
    if (person && person !== whose) void begin(person);
    if (!person && whose) {
      whose = "";
      open = null;
      list.value = NOTHING;
    }
  });
  platform.onConnected(() => void syncNow());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") void syncNow();
  });
  listen(() => {
    if (open) void reload(open);
  });
}
