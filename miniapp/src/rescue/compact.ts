/** A call in the least bytes: the first packet for 2G (200 bytes), and the text message when no data goes through. */
import { fold } from "../ui/words";
import { readPlace } from "./place";
import sms from "./sms.json";

export type What = keyof typeof sms.what;
export type Help = keyof typeof sms.help;

/** What the form holds; everything may be missing. */
export interface Call {
  id: string;
  lat?: number;
  lon?: number;
  acc_m?: number;
  place?: string;
  phone?: string;
  /** Absent: for myself. A text, even empty: for somebody else. */
  victim?: string;
  what?: What;
  worse?: boolean;
  people?: number;
  weak?: string;
  help?: Help;
  text?: string;
}

export const FIRST_BYTES = 200;
export const ONE_SMS = 160;
/** The server keeps no more of a text, and refuses one that is pasted by the page. */
const LONGEST = 1_000;
const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const EXACT = 1e5;

export const bytesOf = (call: Call): number => new TextEncoder().encode(JSON.stringify(call)).length;

/** The whole call as it is sent: nothing empty, five decimals (a metre), the id without dashes, a pasted link read here. */
export function whole(call: Call): Call {
  const found = call.lat === undefined && call.place ? readPlace(call.place) : null;
  const at = call.lat !== undefined && call.lon !== undefined ? { lat: call.lat, lon: call.lon } : found;
  const sent: Call = { id: call.id.replace(/-/g, "") };
  if (at) Object.assign(sent, { lat: Math.round(at.lat * EXACT) / EXACT, lon: Math.round(at.lon * EXACT) / EXACT });
  if (call.lat !== undefined && call.acc_m) sent.acc_m = Math.min(9_999, Math.max(1, Math.round(call.acc_m)));
  for (const key of ["phone", "victim", "what", "worse", "people", "weak", "help", "place", "text"] as const) {
    const typed = call[key];
    const value = typeof typed === "string" ? cut(typed, LONGEST) : typed;
    if (value || (key === "victim" && value === "")) Object.assign(sent, { [key]: value });
  }
  return sent;
}

/** The beginning of a text; never half of a sign that is written in two. */
const cut = (text: string, length: number): string => text.slice(0, length).replace(/[\ud800-\udbff]$/, "");

/** The call within 200 bytes: codes first; words are cut to what is left and come whole in a second packet. */
export function first(call: Call): Call {
  const all = whole(call);
  const { place = "", text = "", victim, ...codes } = all;
  let packet: Call = victim === undefined ? codes : { ...codes, victim: "" };
  for (const [key, words] of [["victim", victim ?? ""], ["place", all.lat === undefined ? place : ""], ["text", text], ["place", place]] as const) {
    if (!words) continue;
    let length = FIRST_BYTES;
    while (length && bytesOf({ ...packet, [key]: cut(words, length) }) > FIRST_BYTES) length -= 1;
    if (length) packet = { ...packet, [key]: cut(words, length) };
  }
  return packet;
}

/** An id as 26 letters (Crockford's base 32), as the server reads it in a text message. */
export function letters(id: string): string {
  let rest = BigInt(`0x${id.replace(/-/g, "")}`);
  let out = "";
  for (let place = 0; place < 26; place += 1) {
    out = ALPHABET.charAt(Number(rest & 31n)) + out;
    rest >>= 5n;
  }
  return out;
}

/** The call as one text message without marks, in the grammar of api/rescue/rules/texting.py. */
export function smsText(call: Call): string {
  const all = whole(call);
  const at = all.lat !== undefined ? ` ${all.lat},${all.lon}${all.acc_m ? `~${all.acc_m}m` : ""}` : "";
  const said = [
    all.people ? sms.people.replace("{n}", String(all.people)) : "",
    all.what ? sms.what[all.what] : "",
    all.worse ? sms.worse : "",
    all.help ? sms.help[all.help] : "",
    ...[...(all.weak ?? "")].map((letter) => sms.weak[letter as keyof typeof sms.weak] ?? ""),
    all.victim === undefined ? "" : `${sms.victim} ${fold(all.victim)}`.trim(),
    all.lat === undefined && all.place ? fold(all.place) : "",
    all.text ? fold(all.text) : "",
  ].filter(Boolean);
  let message = `SOS #${letters(call.id)}${at}`;
  for (const piece of said) {
    const longer = `${message}; ${piece}`;
    message = longer.length <= ONE_SMS ? longer : message;
  }
  return message;
}
