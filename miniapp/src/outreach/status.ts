/** How sending stands, for every screen of the walk. */
import { signal } from "@preact/signals";
import type { Failure } from "../api/failure";

export const syncing = signal(false);
export const syncedAt = signal<number | null>(null);
export const syncFailure = signal<Failure | null>(null);
/** The phone has no room for the list; what was recorded is kept and sent all the same. */
export const noRoom = signal(false);
