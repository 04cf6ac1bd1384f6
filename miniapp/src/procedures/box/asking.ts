/** Suggestions for what is being typed: kept answers at once, the server's within a breath, the phone's own offline. */
import { api, got } from "../../api/client";
import { Refused } from "../../api/failure";
import { PROVINCE } from "../../places/province";
import { keptProcedures, searchKept, titleOf } from "./kept";

export interface Suggestion {
  text: string;
  title: string;
  code: string;
}

export interface Suggested {
  items: Suggestion[];
  offline: boolean;
}

const ROWS = 6;
const ROOM = 200;
const FRESH = 300_000;
const known = new Map<string, { items: Suggestion[]; at: number }>();

/** One spelling for what is asked: composed, single spaces; marks stay, they tell words apart. */
const keyOf = (q: string): string => q.normalize("NFC").toLowerCase().replace(/\s+/g, " ").trimStart().slice(0, 120);

export function suggestedBefore(q: string): Suggested | null {
  const found = known.get(keyOf(q));
  return found && Date.now() - found.at < FRESH ? { items: found.items, offline: false } : null;
}

/** Throws only when given up by the signal. */
export async function suggest(q: string, signal: AbortSignal): Promise<Suggested> {
  const key = keyOf(q);
  try {
    const { items } = await got(api.GET("/v1/procedures/suggestions", { params: { query: { q: key, province: PROVINCE, limit: ROWS } }, signal }));
    if (known.size >= ROOM) known.delete(known.keys().next().value ?? "");
    known.set(key, { items, at: Date.now() });
    return { items, offline: false };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof Refused) return { items: [], offline: false };
    const lines = searchKept(await keptProcedures(), q, "", ROWS);
    return { items: lines.map((line) => ({ text: titleOf(line), title: titleOf(line), code: line.code })), offline: true };
  }
}
