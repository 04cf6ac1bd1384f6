/** The walk on the phone: the pulled list, the events recorded here, and half-filled forms.
 * One database a person, so nothing is ever sent under another's name. */
import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { Draft } from "./draft";
import type { Carried } from "./rescue/shapes";
import type { Recorded } from "./queue";
import type { PulledAdult, PulledHousehold } from "./pulled";

export interface Shape extends DBSchema {
  meta: { key: string; value: unknown };
  household: { key: string; value: PulledHousehold; indexes: { no: number } };
  adult: { key: string; value: PulledAdult; indexes: { home: string } };
  event: { key: string; value: Recorded; indexes: { seq: number; subject: string; once: string } };
  draft: { key: string; value: Draft };
  /** What this phone carries for another. */
  carried: { key: string; value: Carried };
}
export type Walk = IDBPDatabase<Shape>;

let opened: { person: string; db: Promise<Walk> } | null = null;

export const nameOf = (person: string): string => `ngo-so-walk-${person}`;

function founded(made: Walk): void {
  made.createObjectStore("meta");
  made.createObjectStore("household", { keyPath: "id" });
  made.createObjectStore("adult", { keyPath: "id" });
  const events = made.createObjectStore("event", { keyPath: "event_id" });
  events.createIndex("seq", "seq");
  events.createIndex("subject", "subject");
  made.createObjectStore("draft", { keyPath: "household_id" });
}

/** What an app of last year left: its events and forms stay as they are; the list serves until it has been pulled again,
 * with numbers. */
async function grown(made: Walk, tx: IDBPTransaction<Shape, ("meta" | "household" | "adult" | "event" | "draft" | "carried")[], "versionchange">): Promise<void> {
  tx.objectStore("household").createIndex("no", "no");
  tx.objectStore("adult").createIndex("home", "household_id");
  tx.objectStore("event").createIndex("once", "once");
  made.createObjectStore("carried", { keyPath: "id" });
  await tx.objectStore("meta").delete("cursor");
}

export function walk(person: string): Promise<Walk> {
  if (opened?.person !== person) {
    const db = openDB<Shape>(nameOf(person), 2, {
      async upgrade(made, before, _, tx) {
        if (before < 1) founded(made);
        await grown(made, tx);
      },
      terminated() {
        opened = null;
      },
      blocking() {
        // Another tab is removing it, or runs a newer app.
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
