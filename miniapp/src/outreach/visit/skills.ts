/** The 21 skills and their names: short ones where the form needs them, else the server's. */
import { skills } from "../state";
import { t } from "./words";

export const CODES = [...Array.from({ length: 16 }, (_, place) => `S${String(place + 1).padStart(2, "0")}`), "B01", "B02", "B03", "B04", "B05"];

export function taskWord(code: string): string {
  const own = t(`t_${code}` as "t_S05");
  return own === `t_${code}` ? (skills.value[code] ?? code) : own;
}
