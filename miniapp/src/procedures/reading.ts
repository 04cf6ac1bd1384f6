/** Searching procedures: by the server, and among those kept on the phone when nobody answers. */
import { api, got } from "../api/client";
import { Unreachable } from "../api/failure";
import type { Hotline, ProcedureLine } from "../api/types";
import { recall, keep } from "../offline/db";
import { fold } from "../ui/words";

export type Level = "" | "commune" | "province";

export interface Results {
  items: ProcedureLine[];
  more: boolean;
  hotline: Hotline | null;
  offline: boolean;
}

const KEPT = "procedures";
const PAGE = 20;

/** All words must occur; those whose name begins with the words come first. */
export function searchKept(kept: ProcedureLine[], q: string, level: Level): ProcedureLine[] {
  const wanted = fold(q).split(" ").filter(Boolean);
  const hits = kept.filter((line) => {
    const name = ` ${fold(`${line.plain_title ?? ""} ${line.name}`)}`;
    return (!level || line.level === level) && wanted.every((word) => name.includes(` ${word}`));
  });
  const begins = (line: ProcedureLine) => (fold(line.name).startsWith(wanted.join(" ")) ? 0 : 1);
  return hits.sort((a, b) => begins(a) - begins(b) || Number(b.essential) - Number(a.essential) || a.name.length - b.name.length).slice(0, PAGE);
}

export async function search(q: string, level: Level): Promise<Results> {
  try {
    const page = await got(api.GET("/v1/procedures", { params: { query: { q, limit: PAGE, ...(level ? { level } : {}) } } }));
    return { items: page.items, more: Boolean(page.next), hotline: page.hotline ?? null, offline: false };
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    const kept = (await recall<ProcedureLine[]>(KEPT)) ?? [];
    return { items: searchKept(kept, q, level), more: false, hotline: null, offline: true };
  }
}

/** Adds to what can be found offline. */
export async function keepProcedures(lines: ProcedureLine[]): Promise<void> {
  const kept = (await recall<ProcedureLine[]>(KEPT)) ?? [];
  const byCode = new Map(kept.map((line) => [line.code, line]));
  for (const line of lines) byCode.set(line.code, line);
  await keep(KEPT, [...byCode.values()]).catch(() => undefined);
}

/** The wholes of the communes' procedures, page by page, for offline; at most this many pages. */
export async function prefetchProcedures(pages: number): Promise<void> {
  let cursor: string | undefined;
  for (let page = 0; page < pages; page += 1) {
    const found = await got(
      api.GET("/v1/procedures", { params: { query: { level: "commune", limit: 100, ...(cursor ? { cursor } : {}) } } }),
    );
    await keepProcedures(found.items);
    if (!found.next) return;
    cursor = found.next;
  }
}
