/** One photo's bytes to its place in the report; the same bytes again change nothing. */
import { api, done } from "../api/client";

export async function sendPhoto(id: string, position: number, blob: Blob, tracking_key: string): Promise<void> {
  await done(
    api.PUT("/v1/reports/{report_id}/photos/{position}", {
      params: { path: { report_id: id, position }, header: { "X-Tracking-Key": tracking_key } },
      body: blob as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      headers: { "Content-Type": blob.type || "image/jpeg" },
    }),
  );
}
