/** Degrees to drawing units and back: equirectangular with the cosine of one latitude. 1 unit = 1 metre. */
export interface Point {
  lat: number;
  lon: number;
}
export interface XY {
  x: number;
  y: number;
}
/** A window on the drawing, in metres. */
export interface View extends XY {
  w: number;
  h: number;
}

const METRES_A_DEGREE = 111_320;

export interface Projection {
  to(point: Point): XY;
  from(xy: XY): Point;
}

export function projection(centre: Point): Projection {
  const across = METRES_A_DEGREE * Math.cos((centre.lat * Math.PI) / 180);
  return {
    to: ({ lat, lon }) => ({ x: (lon - centre.lon) * across, y: (centre.lat - lat) * METRES_A_DEGREE }),
    from: ({ x, y }) => ({ lat: centre.lat - y / METRES_A_DEGREE, lon: centre.lon + x / across }),
  };
}

export function metresBetween(a: Point, b: Point): number {
  const { x, y } = projection(a).to(b);
  return Math.hypot(x, y);
}

/** Moves a point so many metres north and east. */
export function moved(point: Point, north: number, east: number): Point {
  return projection(point).from({ x: east, y: -north });
}

export const centreOf = ({ x, y, w, h }: View): XY => ({ x: x + w / 2, y: y + h / 2 });

export function zoomed(view: View, factor: number, about: XY = centreOf(view)): View {
  return {
    x: about.x - (about.x - view.x) * factor,
    y: about.y - (about.y - view.y) * factor,
    w: view.w * factor,
    h: view.h * factor,
  };
}

export function around(xy: XY, metres: number, ratio: number): View {
  return { x: xy.x - metres, y: xy.y - metres * ratio, w: metres * 2, h: metres * 2 * ratio };
}

/** Whether a point is inside rings (even-odd over all of them). */
export function inside(xy: XY, rings: XY[][]): boolean {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const a = ring[i];
      const b = ring[j];
      if (a && b && a.y > xy.y !== b.y > xy.y && xy.x < ((b.x - a.x) * (xy.y - a.y)) / (b.y - a.y) + a.x) within = !within;
    }
  }
  return within;
}
