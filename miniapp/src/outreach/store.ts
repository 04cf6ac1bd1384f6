/** The walk on the phone: the pulled list, the events recorded here, and half-filled forms.
 * One database a person, so nothing is ever sent under another's name. */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Recorded } from "./queue";
import type { PulledAdult, PulledHousehold } from "./pulled";
import type { Draft } from "./draft";

export interface Shape extends DBSchema {
  meta: { key: string; value: unknown };
  household: { key: string; value: PulledHousehold };
  adult: { key: string; value: PulledAdult };
  event: { key: string; value: Recorded; indexes: { seq: number; subject: string } };
  draft: { key: string; value: Draft };
}
export type Walk = IDBPDatabase<Shape>;

let opened: { person: string; db: Promise<Walk> } | null = null;

export const nameOf = (person: string): string => `ngo-so-walk-${person}`;

export function walk(person: string): Promise<Walk> {
  if (opened?.person !== person) {
    const db = openDB<Shape>(nameOf(person), 1, {
      upgrade(made) {
        made.createObjectStore("meta");
        made.createObjectStore("household", { keyPath: "id" });
        made.createObjectStore("adult", { keyPath: "id" });
        const events = made.createObjectStore("event", { keyPath: "event_id" });
        events.createIndex("seq", "seq");
        events.createIndex("subject", "subject");
        made.createObjectStore("draft", { keyPath: "household_id" });
      },
      terminated() {
        opened = null;
      },
      blocking() {
        // Another tab is removing it: the person signed out there.
        void db.then((held) => held.close());
        opened = null;
      },
    });
    opened = { person, db };
    db.catch(() => (opened = null));
  }
  return opened.db;
}

/** Closes it, so that it can be removed. */
export async function close(person: string): Promise<void> {
  if (opened?.person !== person) return;
  const { db } = opened;
  opened = null;
  (await db).close();
}

export async function meta<T>(db: Walk, key: string): Promise<T | undefined> {
  return (await db.get("meta", key)) as T | undefined;
}
