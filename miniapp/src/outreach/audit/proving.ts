/** Drawing again in this browser: nobody has to believe the server (outreach/supervision/rules/drawing.py). */
import type { Proof } from "./wire";

const hex = (bytes: ArrayBuffer): string => Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(new TextEncoder().encode(text));
const unhex = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> => hex(await crypto.subtle.digest("SHA-256", bytes));

/** The seed is the one told of, the frame is the one frozen, and the households with the smallest lots were drawn. */
export async function holds(proof: Proof): Promise<boolean> {
  const seed = unhex(proof.seed);
  const frame = [...proof.frame].sort();
  if ((await sha256(seed)) !== proof.seed_commit || (await sha256(bytesOf(frame.join("\n")))) !== proof.frame_digest) return false;
  const key = await crypto.subtle.importKey("raw", seed, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const lots = await Promise.all(frame.map(async (home) => [hex(await crypto.subtle.sign("HMAC", key, bytesOf(`${proof.frame_digest}|${home}`))), home] as const));
  const drawn = lots.sort(([one], [two]) => (one < two ? -1 : 1)).slice(0, proof.drawn.length);
  return drawn.every(([, home], place) => home === proof.drawn[place]);
}
