/** Codes of a printed sheet: Damm's check digit, as the server's (outreach/planning/rules/paper.py). Pure. */
const TABLE = ["0317598642", "7092154863", "4206871359", "1750983426", "6123045978", "3674209581", "5869720134", "8945362017", "9438617205", "2581436790"];
const SHORTEST = 6;

/** Whether a code can be: every single wrong figure and every swap of two neighbours is found. */
export function rightCode(text: string): boolean {
  const figures = text.replace(/[\s.-]/g, "");
  if (!/^[0-9]+$/.test(figures) || figures.length < SHORTEST) return false;
  let row = 0;
  for (const figure of figures) row = Number(TABLE[row]?.[Number(figure)]);
  return row === 0;
}

/** The sheet a right code is of: all but the two figures of the line and the one that checks. */
export const sheetOf = (text: string): number => Number(text.replace(/[\s.-]/g, "").slice(0, -3));
/** The line a right code is of. */
export const lineOf = (text: string): number => Number(text.replace(/[\s.-]/g, "").slice(-3, -1));
