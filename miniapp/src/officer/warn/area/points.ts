/** Points as people paste them: one a line or all in one, "16,46 107,59", "16.46, 107.59", lat first. */
import type { LatLon } from "../filling";

const PAIR = /(-?\d{1,3}(?:[.,]\d+)?)\s*(?:[,;]\s+|[;\s]\s*|,(?=\s*-?\d{2,3}[.]))\s*(-?\d{1,3}(?:[.,]\d+)?)/g;
const number = (word: string) => Number(word.replace(",", "."));

/** The points of a text; the ring is closed when it was not. */
export function pointsOf(typed: string): LatLon[] {
  return [...typed.matchAll(PAIR)].map((found) => [number(found[1] ?? ""), number(found[2] ?? "")]);
}

export function closed(points: LatLon[]): LatLon[] {
  const [first] = points;
  const last = points.at(-1);
  return first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...points, first] : points;
}

export const typedOf = (points: LatLon[]): string => points.map(([lat, lon]) => `${lat.toFixed(5)} ${lon.toFixed(5)}`).join("\n");
