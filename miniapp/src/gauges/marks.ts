/** What the flood map draws and lists: a window for the question, one line for each cluster or report. */
import type { Point, View, XY } from "../places/map-math";
import type { CommuneMap } from "../places/topology";
import type { Picture, Sign } from "./shapes";

/** Widths of cells the server counts in, in degrees. */
const STEPS = [0.00125, 0.005, 0.02, 0.08];
const ACROSS = 12;

export interface Mark extends Point {
  key: string;
  sign: Sign;
  verified: number;
  unverified: number;
  newest: string;
  /** A single report that everybody may open. */
  report: string | null;
}

/** Clusters or single reports, whichever the picture has, newest first. */
export function marksOf(picture: Picture): Mark[] {
  const clusters = picture.clusters.map((one) => ({
    key: `${one.lat}:${one.lon}`,
    lat: one.lat,
    lon: one.lon,
    sign: one.sign,
    verified: one.verified,
    unverified: one.unverified,
    newest: one.newest_at,
    report: null,
  }));
  const spots = picture.spots.map((one, index) => ({
    key: one.report_id ?? `${one.sign}:${one.lat}:${one.lon}:${one.at}:${index}`,
    lat: one.lat,
    lon: one.lon,
    sign: one.sign,
    verified: Number(one.verified),
    unverified: Number(!one.verified),
    newest: one.at,
    report: one.report_id,
  }));
  return [...clusters, ...spots];
}

/** The mark a tap means: the nearest, if it is no farther than a finger is wide. */
export function tapped(marks: Mark[], map: CommuneMap, tap: XY, reach: number): Mark | null {
  const away = (mark: Mark): number => {
    const at = map.projection.to(mark);
    return Math.hypot(at.x - tap.x, at.y - tap.y);
  };
  const [near] = marks.map((mark) => ({ mark, far: away(mark) })).sort((a, b) => a.far - b.far);
  return near && near.far <= reach ? near.mark : null;
}

/** The window to ask for, widened to whole steps: neighbours ask for the same, and caches answer. */
export function boxOf(map: CommuneMap, view: View): string {
  const topLeft = map.projection.from({ x: view.x, y: view.y });
  const bottomRight = map.projection.from({ x: view.x + view.w, y: view.y + view.h });
  const wide = bottomRight.lon - topLeft.lon;
  const step = (STEPS.find((one) => one * ACROSS >= wide) ?? 0.08) * 4;
  const out = (value: number, round: (value: number) => number) => (round(value / step + (round === Math.floor ? 1e-9 : -1e-9)) * step).toFixed(3);
  return [out(topLeft.lon, Math.floor), out(bottomRight.lat, Math.floor), out(bottomRight.lon, Math.ceil), out(topLeft.lat, Math.ceil)].join(",");
}
