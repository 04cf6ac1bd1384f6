/** What leaves the phone next. */
import { isFull, left, type Recorded } from "./queue";
import type { Walk } from "./store";

type Wanted = (row: Recorded) => boolean;

/** The next events to send, marked as sent before they leave. `held` is asked about once a round. */
export async function take(db: Walk, size: number, skip: ReadonlySet<string>): Promise<Recorded[]> {
  const wanted: Wanted = (row) => (row.state === "queued" || row.state === "held") && !skip.has(row.event_id);
  const taken = await marked(db, size, wanted).catch((error: unknown) => {
    if (!isFull(error)) throw error;
    // No room even for a mark: what is here must be able to leave all the same.
    return db.getAllFromIndex("event", "seq").then((rows) => rows.filter(wanted).slice(0, size));
  });
  for (const { event_id } of taken) left.add(event_id);
  return taken;
}

async function marked(db: Walk, size: number, wanted: Wanted): Promise<Recorded[]> {
  const tx = db.transaction("event", "readwrite");
  const taken: Recorded[] = [];
  try {
    for (let cursor = await tx.store.index("seq").openCursor(); cursor && taken.length < size; cursor = await cursor.continue()) {
      if (!wanted(cursor.value)) continue;
      const next = { ...cursor.value, tries: cursor.value.tries + 1 };
      await cursor.update(next);
      taken.push(next);
    }
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    throw error;
  }
  return taken;
}
