/** Where a photo says it was taken: GPS of a JPEG's EXIF, read on the phone before it is shrunk away. */
import type { Point } from "../places/map-math";

const APP1 = 0xffe1;
const START_OF_SCAN = 0xffda;
const GPS_IFD = 0x8825;

function degrees(view: DataView, at: number, little: boolean): number | null {
  if (at + 24 > view.byteLength) return null;
  const part = (index: number) => {
    const below = view.getUint32(at + index * 8 + 4, little);
    return below ? view.getUint32(at + index * 8, little) / below : Number.NaN;
  };
  const value = part(0) + part(1) / 60 + part(2) / 3600;
  return Number.isFinite(value) ? value : null;
}

function entries(view: DataView, at: number, little: boolean): Map<number, number> {
  const found = new Map<number, number>();
  const count = view.getUint16(at, little);
  for (let index = 0; index < count; index += 1) {
    const entry = at + 2 + index * 12;
    if (entry + 12 > view.byteLength) break;
    found.set(view.getUint16(entry, little), entry + 8);
  }
  return found;
}

function fromTiff(view: DataView): Point | null {
  const little = view.getUint16(0) === 0x4949;
  const gpsAt = entries(view, view.getUint32(4, little), little).get(GPS_IFD);
  if (gpsAt === undefined) return null;
  const gps = entries(view, view.getUint32(gpsAt, little), little);
  const [latRef, lat, lonRef, lon] = [1, 2, 3, 4].map((tag) => gps.get(tag));
  if (latRef === undefined || lat === undefined || lonRef === undefined || lon === undefined) return null;
  const north = degrees(view, view.getUint32(lat, little), little);
  const east = degrees(view, view.getUint32(lon, little), little);
  if (north === null || east === null || (north === 0 && east === 0)) return null;
  return {
    lat: view.getUint8(latRef) === 0x53 ? -north : north,
    lon: view.getUint8(lonRef) === 0x57 ? -east : east,
  };
}

export function gpsOf(bytes: ArrayBuffer): Point | null {
  try {
    const view = new DataView(bytes);
    if (view.getUint16(0) !== 0xffd8) return null;
    let at = 2;
    while (at + 4 < view.byteLength) {
      const marker = view.getUint16(at);
      const size = view.getUint16(at + 2);
      if (marker === START_OF_SCAN || marker < 0xff00) return null;
      if (marker === APP1 && view.getUint32(at + 4) === 0x45786966) return fromTiff(new DataView(bytes, at + 10, size - 8));
      at += 2 + size;
    }
  } catch {
    /* a damaged header says nothing */
  }
  return null;
}
