/** Searching procedures: by the server, and among those kept on the phone when nobody answers. */
import { api, got } from "../api/client";
import { Unreachable } from "../api/failure";
import type { Hotline, ProcedureLine } from "../api/types";
import { keepProcedures, keptProcedures, searchKept, type Level } from "./box/kept";
import { PROVINCE } from "../places/province";

export interface Results {
  /** The words these are for. */
  q: string;
  items: ProcedureLine[];
  more: boolean;
  ambiguous: boolean;
  hotline: Hotline | null;
  offline: boolean;
}

const PAGE = 20;
const ROOM = 30;
const FRESH = 300_000;
const known = new Map<string, { results: Results; at: number }>();

/** The answer of the last minutes, if these very words were asked. */
export function foundBefore(q: string, level: Level): Results | null {
  const found = known.get(`${level}:${q}`);
  return found && Date.now() - found.at < FRESH ? found.results : null;
}

export async function search(q: string, level: Level, signal: AbortSignal): Promise<Results> {
  try {
    const page = await got(api.GET("/v1/procedures", { params: { query: { q, limit: PAGE, province: PROVINCE, ...(level ? { level } : {}) } }, signal }));
    const results: Results = { q, items: page.items, more: Boolean(page.next), ambiguous: page.ambiguous, hotline: page.hotline ?? null, offline: false };
    if (known.size >= ROOM) known.delete(known.keys().next().value ?? "");
    known.set(`${level}:${q}`, { results, at: Date.now() });
    void keepProcedures(page.items);
    return results;
  } catch (error) {
    if (signal.aborted || !(error instanceof Unreachable)) throw error;
    return { q, items: searchKept(await keptProcedures(), q, level), more: false, ambiguous: false, hotline: null, offline: true };
  }
}

/** The wholes of the communes' procedures, page by page, for offline; at most this many pages. */
export async function prefetchProcedures(pages: number): Promise<void> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const found = await got(api.GET("/v1/procedures", { params: { query: { level: "commune", limit: 100, ...(cursor ? { cursor } : {}) } } }));
    await keepProcedures(found.items);
    if (!found.next) return;
    cursor = found.next;
  }
}
