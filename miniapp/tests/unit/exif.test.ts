import { expect, test } from "vitest";
import { gpsOf } from "../../src/reports/exif";
import { gpsSegment } from "../e2e/photo.mjs";

const jpeg = (segment: Uint8Array) => {
  const bytes = new Uint8Array([0xff, 0xd8, ...segment, 0xff, 0xda, 0, 2, 0xff, 0xd9]);
  return bytes.buffer;
};

test("the place of a photo is read from its EXIF, in all four quarters of the world", () => {
  for (const [lat, lon] of [[16.4637, 107.5909], [-33.8688, 151.2093], [40.7128, -74.006], [-22.9068, -43.1729]] as const) {
    const found = gpsOf(jpeg(gpsSegment(lat, lon)));
    expect(found?.lat).toBeCloseTo(lat, 4);
    expect(found?.lon).toBeCloseTo(lon, 4);
  }
});

test("no GPS, no JPEG, or a damaged header says nothing", () => {
  expect(gpsOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]).buffer)).toBeNull();
  expect(gpsOf(jpeg(new Uint8Array()))).toBeNull();
  const broken = gpsSegment(16, 107).slice(0, 40);
  expect(gpsOf(jpeg(broken))).toBeNull();
  expect(gpsOf(new ArrayBuffer(0))).toBeNull();
});
