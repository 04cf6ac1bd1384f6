// A photo as a phone takes it: 12 MP JPEG, with camera name and GPS in its EXIF.

/** The APP1 segment of an EXIF with GPS (big endian), as bytes. */
export function gpsSegment(lat, lon, camera = "TestCam 12MP") {
  const make = new TextEncoder().encode(`${camera}\0`);
  const ifd0 = 8;
  const gps = ifd0 + 2 + 2 * 12 + 4;
  const data = gps + 2 + 4 * 12 + 4;
  const makeAt = data + 48;
  const view = new DataView(new ArrayBuffer(makeAt + make.length));
  const entry = (at, tag, type, count, value) => {
    view.setUint16(at, tag);
    view.setUint16(at + 2, type);
    view.setUint32(at + 4, count);
    view.setUint32(at + 8, value);
  };
  const degrees = (at, value) => {
    const seconds = Math.round(Math.abs(value) * 3600 * 1000);
    const parts = [Math.floor(seconds / 3_600_000), 1, Math.floor(seconds / 60_000) % 60, 1, seconds % 60_000, 1000];
    parts.forEach((part, index) => view.setUint32(at + index * 4, part));
  };
  view.setUint32(0, 0x4d4d002a);
  view.setUint32(4, ifd0);
  view.setUint16(ifd0, 2);
  entry(ifd0 + 2, 0x010f, 2, make.length, makeAt);
  entry(ifd0 + 14, 0x8825, 4, 1, gps);
  view.setUint16(gps, 4);
  entry(gps + 2, 1, 2, 2, (lat < 0 ? 0x53 : 0x4e) * 2 ** 24);
  entry(gps + 14, 2, 5, 3, data);
  entry(gps + 26, 3, 2, 2, (lon < 0 ? 0x57 : 0x45) * 2 ** 24);
  entry(gps + 38, 4, 5, 3, data + 24);
  degrees(data, lat);
  degrees(data + 24, lon);
  const tiff = new Uint8Array(view.buffer);
  tiff.set(make, makeAt);
  const segment = new Uint8Array(4 + 6 + tiff.length);
  const head = new DataView(segment.buffer);
  head.setUint16(0, 0xffe1);
  head.setUint16(2, 2 + 6 + tiff.length);
  segment.set([0x45, 0x78, 0x69, 0x66, 0, 0], 4);
  segment.set(tiff, 10);
  return segment;
}

/** Draws a 4000 × 3000 picture in the page and puts the EXIF in. */
export async function cameraPhoto(page, lat, lon) {
  const base64 = await page.evaluate(async () => {
    const canvas = document.createElement("canvas");
    canvas.width = 4000;
    canvas.height = 3000;
    const pen = canvas.getContext("2d");
    const sky = pen.createLinearGradient(0, 0, 4000, 3000);
    sky.addColorStop(0, "#7a8fa0");
    sky.addColorStop(1, "#5b4a32");
    pen.fillStyle = sky;
    pen.fillRect(0, 0, 4000, 3000);
    for (let i = 0; i < 4000; i += 1) {
      pen.fillStyle = `hsl(${(i * 37) % 360} 40% ${30 + (i % 40)}%)`;
      pen.fillRect((i * 7919) % 4000, (i * 104729) % 3000, 60, 40);
    }
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.92));
    const bytes = new Uint8Array(await blob.arrayBuffer());
    let text = "";
    for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
    return btoa(text);
  });
  const bytes = Buffer.from(base64, "base64");
  return Buffer.concat([bytes.subarray(0, 2), Buffer.from(gpsSegment(lat, lon)), bytes.subarray(2)]);
}
