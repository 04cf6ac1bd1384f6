/** Searching among the procedures this phone keeps, when nobody answers. */
import type { ProcedureLine } from "../../api/types";
import { keep, recall } from "../../offline/db";
import { fold } from "../../ui/words";

export type Level = "" | "commune" | "province";

const KEPT = "procedures";
const PAGE = 20;
/** Words of asking, not of the thing asked for (folded); left out only when all words together find nothing. */
const ASKING = new Set("a ai biet can cho cua di duoc em gio hoi la lam muon nao nhu o phai sao thi the thu thua toi tuc va ve voi xin".split(" "));

let memory: ProcedureLine[] | null = null;
const folded = new WeakMap<ProcedureLine, string>();

export async function keptProcedures(): Promise<ProcedureLine[]> {
  memory ??= (await recall<ProcedureLine[]>(KEPT)) ?? null;
  return memory ?? [];
}

/** Adds to what can be found offline. */
export async function keepProcedures(lines: ProcedureLine[]): Promise<void> {
  const byCode = new Map((await keptProcedures()).map((line) => [line.code, line]));
  for (const line of lines) byCode.set(line.code, line);
  memory = [...byCode.values()];
  await keep(KEPT, memory).catch(() => undefined);
}

export const titleOf = (line: { plain_title: string | null; name: string }): string => line.plain_title ?? line.name;

function wordsOf(line: ProcedureLine): string {
  let found = folded.get(line);
  if (found === undefined) {
    found = ` ${fold(`${line.plain_title ?? ""} ${line.name} ${line.what_for ?? ""}`).replace(/[^a-z0-9. ]+/g, " ")}`;
    folded.set(line, found);
  }
  return found;
}

/** All words must occur, the last may be unfinished; those with the very words, then what most people need, come first. */
export function searchKept(kept: ProcedureLine[], q: string, level: Level = "", most: number = PAGE): ProcedureLine[] {
  const all = fold(q).replace(/[^a-z0-9. ]+/g, " ").split(" ").filter(Boolean);
  const asked = all.filter((word) => !ASKING.has(word));
  const having = (wanted: string[]) =>
    wanted.length ? kept.filter((line) => (!level || line.level === level) && (line.code === q.trim() || wanted.every((word) => wordsOf(line).includes(` ${word}`)))) : [];
  let hits = having(all);
  if (!hits.length && asked.length < all.length) hits = having(asked);
  const typed = q.normalize("NFC").toLowerCase().trim();
  const begins = fold(q);
  const rank = (line: ProcedureLine) =>
    (titleOf(line).toLowerCase().includes(typed) ? 0 : 4) + (line.essential ? 0 : 2) + (fold(titleOf(line)).startsWith(begins) || fold(line.name).startsWith(begins) ? 0 : 1);
  return hits
    .map((line) => ({ line, at: rank(line) }))
    .sort((a, b) => a.at - b.at || a.line.name.length - b.line.name.length)
    .slice(0, most)
    .map(({ line }) => line);
}
