/** One photo's bytes to its place in the report: whole over a good network, else piece by piece from where it broke
 * off. The same bytes again change nothing. */
import { api, done, got } from "../api/client";
import { asFailure, Refused } from "../api/failure";

/** About four seconds at 2G speed: what a break costs at most. */
export const PIECE = 32_768;
const MISPLACED = 409;

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** SHA-256 of a photo; null where the browser gives none (a page that is not https). */
async function digestOf(blob: Blob): Promise<string | null> {
  return globalThis.crypto?.subtle ? hex(await crypto.subtle.digest("SHA-256", await blob.arrayBuffer())) : null;
}

async function sendWhole(id: string, position: number, blob: Blob, key: string): Promise<void> {
  await done(
    api.PUT("/v1/reports/{report_id}/photos/{position}", {
      params: { path: { report_id: id, position }, header: { "X-Tracking-Key": key } },
      body: blob as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      headers: { "Content-Type": blob.type || "image/jpeg" },
    }),
  );
}

async function sendPiece(id: string, position: number, blob: Blob, key: string, digest: string, offset: number) {
  return got(
    api.PATCH("/v1/reports/{report_id}/photos/{position}/pieces", {
      params: { path: { report_id: id, position }, header: { "X-Tracking-Key": key }, query: { digest, offset, length: blob.size } },
      body: blob.slice(offset, offset + PIECE) as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );
}

/** `again`: an attempt before this one may have left pieces there, or broke off. */
export async function sendPhoto(id: string, position: number, blob: Blob, tracking_key: string, again = false): Promise<void> {
  const digest = again && blob.size > PIECE ? await digestOf(blob) : null;
  if (!digest) return sendWhole(id, position, blob, tracking_key);
  let here = await got(
    api.GET("/v1/reports/{report_id}/photos/{position}/pieces", {
      params: { path: { report_id: id, position }, header: { "X-Tracking-Key": tracking_key }, query: { digest } },
    }),
  );
  while (!here.whole) {
    const before = here.offset;
    here = await sendPiece(id, position, blob, tracking_key, digest, before).catch((error: unknown) => {
      const failure = asFailure(error);
      const offset = failure instanceof Refused && failure.status === MISPLACED ? (failure.problem as { extra?: { offset?: number } }).extra?.offset : undefined;
      if (offset === undefined || offset === before) throw error;
      return { offset, whole: false };
    });
  }
}
