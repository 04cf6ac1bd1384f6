/** A position out of whatever people paste: map links, coordinates in any spelling. The same as api/rescue/rules/places.py;
 * tests/rescue/places.json holds the two together. No lookbehind: old Safari does not know it. */
export interface Found {
  lat: number;
  lon: number;
}

const SOUTH = 6;
const NORTH = 24;
const WEST = 101;
const EAST = 118;
const N = "([+-]?\\d{1,3}(?:\\.\\d+)?)";
const GAP = "\\s*[°º˚]?\\s*(?:,|;|\\s|/)\\s*";

/** Latitude first; those after longitude first say so. */
const LINKS: [RegExp, "lat" | "lon"][] = [
  [new RegExp(`!3d${N}!4d${N}`, "i"), "lat"],
  [/!2d([+-]?\d{1,3}\.\d+)!3d([+-]?\d{1,3}\.\d+)/i, "lon"],
  [new RegExp(`[?&](?:q|query|ll|sll|latlng|destination|daddr|center|cp|pin|coordinate)=(?:loc:)?${N}[,~\\s]\\s*${N}`, "i"), "lat"],
  [new RegExp(`[?&#](?:m?lat|latitude)=${N}&(?:m?lon|lng|long|longitude)=${N}`, "i"), "lat"],
  [/[?&#](?:m?lon|lng|long|longitude)=([+-]?[\d.]+)&(?:m?lat|latitude)=([+-]?[\d.]+)/i, "lon"],
  [new RegExp(`geo:${N},${N}`, "i"), "lat"],
  [new RegExp(`=point\\.${N}_${N}`, "i"), "lat"],
  [new RegExp(`#map=[\\d.]+/${N}/${N}`, "i"), "lat"],
  [new RegExp(`/(?:place|search|dir)/(?:[^@\\s]*/)?${N},\\s*${N}`, "i"), "lat"],
];
/** After every pin, also one in degrees: the camera is where the sender looked, the pin what they meant. */
const CAMERA = new RegExp(`@${N},${N}`);
const DEGREES = /(\d{1,3})\s*[°º˚]\s*(\d{1,2}(?:[.,]\d+)?)\s*['’′]?\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:"|”|″|''))?/g;
const SPELT = [
  new RegExp(`(?:lat(?:itude)?|v\\u0129 \\u0111\\u1ed9|vi do)"?\\s*[:=]?\\s*${N}[^\\w]+(?:lon(?:g|gitude)?|lng|kinh \\u0111\\u1ed9|kinh do)"?\\s*[:=]?\\s*${N}`, "i"),
  new RegExp(`(?:^|[^a-z])[NB]\\s*${N}\\s*[°º˚]?${GAP}[E\\u0110]\\s*${N}`, "i"),
  new RegExp(`${N}\\s*[°º˚]?\\s*[NB]${GAP}${N}\\s*[°º˚]?\\s*[E\\u0110]`, "i"),
  new RegExp(`(?:^|[^\\d.,])([+-]?\\d{1,3}\\.\\d{2,})${GAP}([+-]?\\d{1,3}\\.\\d{2,})(?![\\d.])`, "i"),
];
const COMMAS = /(?:^|[^\d.,])(\d{1,3}),(\d{2,})\s*[;,\s]\s*(\d{2,3}),(\d{2,})(?![\d.,])/;
/** A whole plus code; a short one means a place only near the town it names, and stays words. */
const PLUS = /(?:^|[^\w+])([2-9CFGHJMPQRVWX]{8})\+([2-9CFGHJMPQRVWX]{2,3})(?![\w+])/i;
const PLUS_DIGITS = "23456789CFGHJMPQRVWX";
const SHORT_LINK = /goo\.gl|maps\.app|zaloapp|zalo\.me|bit\.ly|tinyurl/i;

const inReach = (lat: number, lon: number): boolean => lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;

/** The two numbers as a position in Vietnam or its sea; longitude first is turned round. */
function pair(a: number, b: number): Found | null {
  if (inReach(a, b)) return { lat: a, lon: b };
  return inReach(b, a) ? { lat: b, lon: a } : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The middle of a plus code's square (Open Location Code): pairs of base 20, then a grid of 4 by 5. */
function plusCode(text: string): Found | null {
  const found = PLUS.exec(decoded(text));
  if (!found) return null;
  const digits = [...`${found[1]}${found[2]}`.toUpperCase()].map((letter) => PLUS_DIGITS.indexOf(letter));
  let [lat, lon, high, wide] = [-90, -180, 400, 400];
  for (let place = 0; place < digits.length; place += place < 10 ? 2 : 1) {
    const [first = 0, second = 0] = digits.slice(place);
    const [row, column] = place < 10 ? [first, second] : [Math.floor(first / 4), first % 4];
    high /= place < 10 ? 20 : 5;
    wide /= place < 10 ? 20 : 4;
    lat += row * high;
    lon += column * wide;
  }
  return pair(Math.round((lat + high / 2) * 1e6) / 1e6, Math.round((lon + wide / 2) * 1e6) / 1e6);
}

function degrees(text: string): Found | null {
  const values = [...text.matchAll(DEGREES)].map(([, whole, minutes = "0", seconds = "0"]) => Number(whole) + Number(minutes.replace(",", ".")) / 60 + Number(seconds.replace(",", ".")) / 3600);
  const [first, second] = values.map((value) => Math.round(value * 1e6) / 1e6);
  return first !== undefined && second !== undefined ? pair(first, second) : null;
}

/** The position a text names; null when it is only words. */
export function readPlace(pasted: string): Found | null {
  const text = pasted.replace(/&amp;/g, "&");
  const plain = decoded(text.replace(/\+/g, " "));
  for (const [pattern, first] of LINKS) {
    const found = pattern.exec(plain);
    const at = found && (first === "lat" ? pair(Number(found[1]), Number(found[2])) : pair(Number(found[2]), Number(found[1])));
    if (at) return at;
  }
  const plus = plusCode(text);
  if (plus) return plus;
  const spelt = degrees(plain);
  if (spelt) return spelt;
  for (const pattern of [CAMERA, ...SPELT]) {
    const found = pattern.exec(plain);
    const at = found && pair(Number(found[1]), Number(found[2]));
    if (at) return at;
  }
  const commas = COMMAS.exec(plain);
  return commas && pair(Number(`${commas[1]}.${commas[2]}`), Number(`${commas[3]}.${commas[4]}`));
}

/** A short link carries no position in itself: a person must open it. */
export const isShortLink = (text: string): boolean => SHORT_LINK.test(text);
