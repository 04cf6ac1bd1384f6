/** The commune map of the province: TopoJSON from the API, kept on the phone, drawn in metres. */
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { fileUrl } from "../api/client";
import { Refused, Unreachable } from "../api/failure";
import { useRead } from "../api/read";
import { PROVINCE } from "./province";
import { inside, type Point, type Projection, projection, type View, type XY } from "./map-math";

interface Named {
  name: string;
  full_name: string;
  /** [lon, lat] */
  centre?: [number, number];
}

export interface Cell {
  code: string;
  name: string;
  full_name: string;
  rings: XY[][];
  /** SVG path in metres. */
  path: string;
  middle: XY;
}

export interface CommuneMap {
  cells: Cell[];
  projection: Projection;
  extent: View;
  /** The cells are drawn from centroids, not from official boundaries. */
  sketch: boolean;
}

type Source = Topology<{ communes: GeometryCollection<Named> }> & { sketch: boolean };

export function communeMap(source: Source): CommuneMap {
  const features = feature(source, source.objects.communes).features;
  const box = source.bbox ?? [107, 16, 108.2, 16.8];
  const projected = projection({ lat: ((box[1] ?? 0) + (box[3] ?? 0)) / 2, lon: ((box[0] ?? 0) + (box[2] ?? 0)) / 2 });
  const cells = features.map(({ id, geometry, properties }) => {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.type === "MultiPolygon" ? geometry.coordinates : [];
    const rings = polygons.flat().map((ring) => ring.map(([lon = 0, lat = 0]) => projected.to({ lat, lon })));
    return {
      code: String(id),
      name: properties.name,
      full_name: properties.full_name,
      rings,
      path: rings.map((ring) => `M${ring.map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`).join("L")}Z`).join(""),
      middle: properties.centre ? projected.to({ lon: properties.centre[0], lat: properties.centre[1] }) : middleOf(rings),
    };
  });
  const all = cells.flatMap((cell) => cell.rings.flat());
  const xs = all.map((point) => point.x);
  const ys = all.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return {
    cells,
    projection: projected,
    extent: { x, y, w: Math.max(...xs) - x, h: Math.max(...ys) - y },
    sketch: source.sketch,
  };
}

function middleOf(rings: XY[][]): XY {
  const ring = [...rings].sort((a, b) => b.length - a.length)[0] ?? [];
  const sum = ring.reduce((total, point) => ({ x: total.x + point.x, y: total.y + point.y }), { x: 0, y: 0 });
  return { x: sum.x / (ring.length || 1), y: sum.y / (ring.length || 1) };
}

/** The commune a point lies in by this map; null outside all. */
export function cellAt(map: CommuneMap, point: Point): Cell | null {
  const xy = map.projection.to(point);
  return map.cells.find((cell) => inside(xy, cell.rings)) ?? null;
}

/** The nearest communes by the middle of their cells. */
export function nearestCells(map: CommuneMap, point: Point, count: number): Cell[] {
  const xy = map.projection.to(point);
  const far = (cell: Cell) => Math.hypot(cell.middle.x - xy.x, cell.middle.y - xy.y);
  return [...map.cells].sort((a, b) => far(a) - far(b)).slice(0, count);
}

const DAY = 86_400_000;
export { PROVINCE };

export async function fetchTopology(province: string): Promise<Source> {
  let response: Response;
  try {
    response = await fetch(fileUrl(`/v1/geo/${province}.topo.json`));
  } catch (error) {
    throw new Unreachable(String(error));
  }
  if (!response.ok) throw new Refused(response.status, { type: "", title: response.statusText, status: response.status });
  return (await response.json()) as Source;
}

let drawn: { source: Source; map: CommuneMap } | null = null;

export function useCommuneMap(province: string = PROVINCE) {
  const read = useRead(`geo:${province}`, () => fetchTopology(province), { fresh: DAY });
  if (read.data && drawn?.source !== read.data) drawn = { source: read.data, map: communeMap(read.data) };
  return { read, map: read.data ? (drawn?.map ?? null) : null };
}

