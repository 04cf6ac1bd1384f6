/** Which reports around here come first: the nearest to a point, else the newest. Pure. */
import type { PublicReport } from "../api/types";
import { metresBetween, type Point } from "../places/map-math";

export type Order = "near" | "new";
type Line = Pick<PublicReport, "lat" | "lon" | "received_at">;

/** A copy in order; without a point nothing is near, so the newest come first. */
export function inOrder<L extends Line>(lines: L[], by: Order, centre: Point | null): L[] {
  const far = (line: L): number => (centre && by === "near" ? metresBetween(line, centre) : 0);
  return [...lines].sort((a, b) => far(a) - far(b) || Date.parse(b.received_at) - Date.parse(a.received_at));
}
