/** A sealed box for the server (outreach/visits/rules/rescuing.py): whoever carries it can read nothing of it. */
import { base64url, fromBase64url } from "../bytes";

const CURVE = { name: "ECDH", namedCurve: "P-256" };
const INFO = new TextEncoder().encode("ngo-so rescue");
const NONCE = 12;

async function zipped(words: string): Promise<ArrayBuffer> {
  return new Response(new Blob([words]).stream().pipeThrough(new CompressionStream("gzip"))).arrayBuffer();
}

/** `point`: the server's rescue key. The key of the box is made anew and forgotten: not even this phone opens it again. */
export async function seal(point: string, words: string): Promise<string> {
  const theirs = await crypto.subtle.importKey("raw", fromBase64url(point), CURVE, false, []);
  const mine = await crypto.subtle.generateKey(CURVE, true, ["deriveBits"]);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: theirs }, mine.privateKey, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const derivation = { name: "HKDF", hash: "SHA-256", salt: new Uint8Array(), info: INFO };
  const key = await crypto.subtle.deriveKey(derivation, base, { name: "AES-GCM", length: 256 }, false, ["encrypt"]);
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE));
  const closed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce }, key, await zipped(words));
  const ours = await crypto.subtle.exportKey("raw", mine.publicKey);
  return base64url(new Uint8Array([...new Uint8Array(ours), ...nonce, ...new Uint8Array(closed)]));
}
