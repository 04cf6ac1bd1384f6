/** Which subjects a person probably means, before they look through the groups. Pure; all of it is known without a network. */
import type { Category } from "../../api/types";
import { fold } from "../../ui/words";

export interface Clues {
  /** What they wrote so far. */
  note: string;
  /** What this phone reported last, newest first. */
  recent: string[];
  /** The province's subjects by how many reported them, most first. */
  common: string[];
  /** A warning of storm, rain, flood or surge is in force. */
  water: boolean;
}

const SHOWN = 4;
const HAZARDS = "thien-tai";
const WORD = 100;
const WATER = 60;
const RECENT = 30;
const COMMON = 20;

const wordsOf = (text: string): Set<string> => new Set(fold(text).split(/[^a-z0-9]+/).filter((word) => word.length > 1));
/** Two words side by side say more than each: "nap cong" is no "cong vien". */
const pairsOf = (text: string): string[] => {
  const parts = fold(text).split(/[^a-z0-9]+/).filter(Boolean);
  return parts.slice(1).map((word, place) => `${parts[place]} ${word}`);
};

function score(one: Category, clues: Clues, said: Set<string>, pairs: Set<string>): number {
  const about = `${one.name} ${one.hint}`;
  const named = pairsOf(about).filter((pair) => pairs.has(pair)).length * WORD + [...wordsOf(one.name)].filter((word) => said.has(word)).length * (WORD / 4);
  const recent = clues.recent.indexOf(one.code);
  const common = clues.common.indexOf(one.code);
  return (
    named +
    (clues.water && (one.parent_code === HAZARDS || one.code === HAZARDS) ? WATER : 0) +
    (recent < 0 ? 0 : RECENT - recent) +
    (common < 0 || common >= COMMON ? 0 : COMMON - common)
  );
}

/** At most four subjects that can be sent as they are, likeliest first; of equals, the first of each group before the second. */
export function suggest(items: Category[], clues: Clues): Category[] {
  const parents = new Set(items.map((one) => one.parent_code));
  const said = wordsOf(clues.note);
  const pairs = new Set(pairsOf(clues.note));
  return items
    .filter((one) => !parents.has(one.code) && !one.handed_to && !one.sealed)
    .map((one, place, all) => ({ one, place, turn: all.slice(0, place).filter((other) => other.parent_code === one.parent_code).length, score: score(one, clues, said, pairs) }))
    .sort((a, b) => b.score - a.score || a.turn - b.turn || a.place - b.place)
    .slice(0, SHOWN)
    .map(({ one }) => one);
}

/** What this phone reported last, with this first; a tip about a crime leaves nothing behind. */
export const remembered = (recent: string[], one: Category): string[] => (one.sealed ? recent : [one.code, ...recent.filter((code) => code !== one.code)].slice(0, SHOWN));
