/** Answers already read, by key, shared by the screens of this page. */
import { type Signal, signal } from "@preact/signals";
import type { Failure } from "./failure";

export interface Snapshot<T> {
  data: T | undefined;
  /** When the data came from the server; 0: never. */
  at: number;
  busy: boolean;
  failure: Failure | null;
}

const snapshots = new Map<string, Signal<Snapshot<unknown>>>();

export function snapshot<T>(key: string): Signal<Snapshot<T>> {
  let found = snapshots.get(key);
  if (!found) {
    found = signal<Snapshot<unknown>>({ data: undefined, at: 0, busy: false, failure: null });
    snapshots.set(key, found);
  }
  return found as Signal<Snapshot<T>>;
}

export function clearKept(prefix: string): void {
  for (const key of [...snapshots.keys()]) if (key.startsWith(prefix)) snapshots.delete(key);
}
