/** Putting right what was recorded: in place while nobody has seen it, by a second word after that. */
import { changed, left, ofMoment, record, type Recorded, type Said } from "./queue";
import { type Bodies, type EventType, subjectOf, type VisitLogged } from "./shapes";
import type { Walk } from "./store";

/** What an event that may have arrived already is put right by: its first content stays, the second says it anew. */
function anew(row: Recorded, said: Said<EventType>, why: string): Said<EventType> {
  const { title, household_id } = said;
  const differing = (keys: string[]) => Object.fromEntries(Object.entries(said.body).filter(([key, value]) => keys.includes(key) && value !== (row.body as unknown as Record<string, unknown>)[key]));
  if (row.type === "visit_logged") {
    const { team_id, visit_id, started_at, ended_at } = row.body as VisitLogged;
    const { result, revisit_at, consent, adults } = said.body as VisitLogged;
    return { type: "visit_corrected", title, household_id, body: { team_id, visit_id, reason: why, visit: { started_at, ended_at, result, revisit_at, consent, adults } } };
  }
  if (row.type === "household_added") {
    const { team_id, household_id: id } = row.body as Bodies["household_added"];
    return { type: "household_changed", title, household_id, body: { team_id, household_id: id, ...differing(["reference", "adults_total"]) } };
  }
  if (row.type === "adult_added") {
    const { team_id, adult_id } = row.body as Bodies["adult_added"];
    return { type: "adult_changed", title, household_id, body: { team_id, adult_id, ...differing(["label", "birth_year", "sex", "turns_18_on"]) } };
  }
  return said;
}

/** Puts an event right. Never sent: in place, under its own number and moment. Refused: a new event takes its place.
 * Sent, or on its way: the first content may be on the server, so a second event says it anew and waits for its own answer. */
export async function revise<T extends EventType>(db: Walk, event_id: string, said: Said<T>, why: string): Promise<Recorded> {
  const tx = db.transaction("event", "readwrite");
  const row = await tx.store.get(event_id);
  if (row && row.state === "queued" && row.tries === 0 && !left.has(event_id)) {
    const { visit_id } = row.body as Partial<VisitLogged>;
    const body = { ...said.body, ...(visit_id && row.type === "visit_logged" && { ...ofMoment(said.body as VisitLogged, event_id), visit_id }) } as Bodies[T];
    const next = { ...row, body, title: said.title, subject: subjectOf(said.type, body) };
    await tx.store.put(next);
    await tx.done;
    await changed(db);
    return next;
  }
  await tx.done;
  if (!row || row.state === "rejected" || row.state === "conflict") return record(db, said, event_id);
  return record(db, anew(row, said as Said<EventType>, why));
}

/** Forgets an event the server refused, when the volunteer says so. */
export async function discard(db: Walk, event_id: string): Promise<void> {
  const row = await db.get("event", event_id);
  if (row?.state !== "rejected" && row?.state !== "conflict") return;
  await db.put("event", { ...row, state: "replaced" });
  await changed(db);
}
