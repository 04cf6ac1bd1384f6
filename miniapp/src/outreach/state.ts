/** The walk of the person signed in, ready for screens: the list, the team, and what to do with them. */
import { computed, effect, signal } from "@preact/signals";
import { me } from "../api/session";
import { platform } from "../platform";
import { type Household, fold } from "./fold";
import type { PulledAdult, PulledHousehold, Team } from "./pulled";
import { events, listen, receiptOf, record, reread, revise, type Said } from "./queue";
import type { Bodies, EventType } from "./shapes";
import { meta, type Walk, walk } from "./store";
import { sync, syncedAt } from "./sync";

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
/** The phone cannot keep anything: nothing may be recorded. */
export const broken = signal(false);
export const team = computed(() => list.value.team);
export const homes = computed<Household[]>(() => fold(list.value.team, list.value.households, list.value.adults, events.value));
export const homeOf = (id: string): Household | undefined => homes.value.find((home) => home.id === id);

let open: Walk | null = null;
let whose = "";

async function reload(db: Walk): Promise<void> {
  const [households, adults, found, named, synced, receipt] = await Promise.all([
    db.getAll("household"),
    db.getAll("adult"),
    meta<Team>(db, "team"),
    meta<{ code: string; name: string }[]>(db, "skills"),
    meta<number>(db, "synced"),
    receiptOf(db),
  ]);
  await reread(db);
  list.value = { team: found ?? null, households, adults };
  skills.value = Object.fromEntries((named ?? []).map(({ code, name }) => [code, name]));
  syncedAt.value = synced ?? null;
  receiptSeq.value = receipt?.seq ?? null;
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
  await sync(db);
  if (db === open) await reload(db).catch(() => undefined);
}

export async function add<T extends EventType>(said: Said<T>): Promise<void> {
  if (!open) throw new Error("the phone cannot keep this");
  await record(open, said);
  void syncNow();
}

export async function correct<T extends EventType>(event_id: string, said: Said<T>, anew: (body: Bodies[T]) => Bodies[T]): Promise<void> {
  if (!open) throw new Error("the phone cannot keep this");
  await revise(open, event_id, said, anew);
  void syncNow();
}

export const database = (): Walk | null => open;

let started = false;

/** Called by every screen of the walk; begins once, and again when another person signs in. */
export function start(): void {
  if (started) return;
  started = true;
  effect(() => {
    const person = me.value?.roles.includes("volunteer") ? me.value.id : "";
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
