/** The phone's own database: kept answers (`kv`) and what waits to be sent (`outbox`). */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Item } from "./outbox";

interface Shape extends DBSchema {
  kv: { key: string; value: unknown };
  outbox: { key: string; value: Item };
}

let opening: Promise<IDBPDatabase<Shape>> | null = null;

export function database(): Promise<IDBPDatabase<Shape>> {
  opening ??= openDB<Shape>("ngo-so", 1, {
    upgrade(db) {
      db.createObjectStore("kv");
      db.createObjectStore("outbox", { keyPath: "id" });
    },
    terminated() {
      opening = null;
    },
  }).catch((error: unknown) => {
    opening = null;
    throw error;
  });
  return opening;
}

/** A kept value, or undefined; a broken store reads as empty. */
export async function recall<T>(key: string): Promise<T | undefined> {
  try {
    return (await (await database()).get("kv", key)) as T | undefined;
  } catch {
    return undefined;
  }
}

export async function keep(key: string, value: unknown): Promise<void> {
  await (await database()).put("kv", value, key);
}

/** Forgets every kept value whose key starts so (all of a person's, at sign-out). */
export async function forget(prefix: string): Promise<void> {
  try {
    const range = IDBKeyRange.bound(prefix, `${prefix}\uffff`);
    await (await database()).delete("kv", range);
  } catch {
    /* nothing was kept */
  }
}
