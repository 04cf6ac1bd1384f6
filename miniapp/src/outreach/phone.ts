/** What this phone can swear to: when something was by its stopwatch, and that it is itself, by a key nobody can take out. */
import { base64url, fromHex, hex } from "./bytes";
import { SESSION, type Timed } from "./stopwatch";
import { meta, type Walk } from "./store";

/** Between clock and stopwatch: what rounding and a slow timer make. */
const ALIKE_MS = 2_000;

/** How far the clock ran ahead of the stopwatch since the event; null when it is of another run of the app. */
function ahead(event: Timed, now: { wall: number; mono: number }): number | null {
  if (event.session_id !== SESSION || event.device_mono === undefined) return null;
  return now.wall - new Date(event.device_time).getTime() - (now.mono - event.device_mono);
}

/** Clock and stopwatch went alike since: one stopwatch speaks for all such events. */
export const steady = (event: Timed, now: { wall: number; mono: number }): boolean => Math.abs(ahead(event, now) ?? Number.POSITIVE_INFINITY) <= ALIKE_MS;

/** Whether the stopwatch says more than the clock: yes when the clock fell behind it, which only setting it back does.
 * Ran the clock ahead, the phone may just have slept, and a stopwatch stands still while it does: then the clock, which
 * the server compares at every upload, is the better witness. */
export const witnessed = (event: Timed, now: { wall: number; mono: number }): boolean => (ahead(event, now) ?? Number.POSITIVE_INFINITY) <= ALIKE_MS;

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };

/** The key pair of one installation, made once; null where the phone has none to give or cannot keep it. */
export async function keyOf(db: Walk, install_id: string): Promise<CryptoKeyPair | null> {
  const kept = await meta<CryptoKeyPair>(db, `key:${install_id}`);
  if (kept) return kept;
  if (!globalThis.crypto?.subtle) return null;
  try {
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ["sign", "verify"]);
    await db.put("meta", made, `key:${install_id}`);
    // A key that was not kept must not be shown to the server: the next upload could not prove itself.
    return (await meta<CryptoKeyPair>(db, `key:${install_id}`)) ?? null;
  } catch {
    return null;
  }
}

/** What is signed: the installation, its clock in milliseconds, and which events go under which numbers. */
export const statement = (install_id: string, at: number, events: { event_id: string; seq: number }[]): string =>
  [install_id, String(at), ...events.map(({ event_id, seq }) => `${event_id}:${seq}`)].join("\n");

export async function proofOf(pair: CryptoKeyPair, words: string): Promise<{ public_key: string; proof: string }> {
  const [point, signature] = await Promise.all([
    crypto.subtle.exportKey("raw", pair.publicKey),
    crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, pair.privateKey, new TextEncoder().encode(words)),
  ]);
  return { public_key: base64url(new Uint8Array(point)), proof: base64url(new Uint8Array(signature)) };
}

/** The chain over `seq:event_id` from a known link on, as the server's receipt has it; null where nothing can be hashed. */
export async function chained(head: string, steps: { event_id: string; seq: number }[]): Promise<string | null> {
  if (!globalThis.crypto?.subtle) return null;
  let link: Uint8Array<ArrayBuffer> = fromHex(head);
  for (const { event_id, seq } of steps) {
    const words = new TextEncoder().encode(`${seq}:${event_id}`);
    const joined = new Uint8Array(link.length + words.length);
    joined.set(link);
    joined.set(words, link.length);
    link = new Uint8Array(await crypto.subtle.digest("SHA-256", joined));
  }
  return hex(link);
}
