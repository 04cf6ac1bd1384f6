/** Which reports around here come first: the nearest to a point, else the newest. Pure. */
import type { PublicReport } from "../api/types";
import { metresBetween, type Point } from "../places/map-math";

export type Order = "near" | "new";
type Line = Pick<PublicReport, "lat" | "lon" | "received_at">;

/** Where a report's pin stands; null when only its commune is known. */
export const pinOf = ({ lat, lon }: Pick<PublicReport, "lat" | "lon">): Point | null => (lat === null || lon === null ? null : { lat, lon });

/** A copy in order; without a point nothing is near, so the newest come first; whose place nobody knows comes last. */
export function inOrder<L extends Line>(lines: L[], by: Order, centre: Point | null): L[] {
  const far = (line: L): number => {
    if (!centre || by === "new") return 0;
    const pin = pinOf(line);
    return pin ? metresBetween(pin, centre) : Number.MAX_VALUE;
  };
  return [...lines].sort((a, b) => far(a) - far(b) || Date.parse(b.received_at) - Date.parse(a.received_at));
}
