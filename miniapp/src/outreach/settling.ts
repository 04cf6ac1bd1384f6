/** What the server said, written on the events it speaks of: answers, receipts, a new number, and the order to forget. */
import { uuid7 } from "../offline/uuid7";
import { chained } from "./phone";
import { changed, isFull, type Recorded, type State } from "./queue";
import type { EventResult, Receipt } from "./shapes";
import { meta, type Walk } from "./store";

const KEEP_RECEIVED_MS = 7 * 86_400_000;

const STATES: Record<EventResult["status"], State> = {
  accepted: "accepted", duplicate: "accepted", held: "held", conflict: "conflict", rejected: "rejected",
};

/** A field that another phone changed too is taken with both values, and a leader chooses: nothing is left to do here. */
const stateOf = ({ status, reason_code }: EventResult): State => (reason_code === "field_conflict" ? "accepted" : STATES[status]);

/** Writes each answer on its own event; an event the server said nothing of stays to be sent. */
export async function settle(db: Walk, results: EventResult[], receipt: Receipt | null): Promise<{ cloned: boolean }> {
  const cloned = results.some((result) => result.reason_code === "seq_taken");
  const told = new Map(results.filter((result) => result.event_id && result.reason_code !== "seq_taken").map((result) => [result.event_id ?? "", result]));
  const covered = receipt ? await cover(db, receipt) : false;
  try {
    await answered(db, told, null);
  } catch (error) {
    if (!isFull(error)) throw error;
    // No room to write that it arrived: under the receipt, what arrived makes room by going.
    await answered(db, told, covered ? receipt : null, true);
  }
  await changed(db);
  return { cloned };
}

async function answered(db: Walk, told: ReadonlyMap<string, EventResult>, under: Receipt | null, dropping = false): Promise<void> {
  const tx = db.transaction("event", "readwrite");
  try {
    for (const [event_id, result] of told) {
      const row = await tx.store.get(event_id);
      if (!row || row.state === "accepted" || row.state === "replaced") continue;
      const state = stateOf(result);
      if (!dropping)
        await tx.store.put({
          ...row,
          state,
          reason_code: result.reason_code ?? null,
          reason: result.reason ?? null,
          field: result.field ?? null,
          until: result.until ?? null,
          conflict: result.conflict ?? null,
        });
      else if (state === "accepted" && isCovered(row, under)) await tx.store.delete(event_id);
    }
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    throw error;
  }
}

const isCovered = (row: Recorded, receipt: Receipt | null | undefined): boolean => receipt != null && receipt.install_id === row.install_id && row.seq <= receipt.seq;

interface Link {
  seq: number;
  head: string;
}

/** Keeps a receipt if the chain it names is that of what was recorded here; says whether it did. A part of the chain
 * that an older app has forgotten already is taken as the server says; from there on it is followed. */
async function cover(db: Walk, receipt: Receipt): Promise<boolean> {
  const { install_id, seq } = receipt;
  const known = (await meta<Link>(db, `chain:${install_id}`)) ?? { seq: 0, head: "" };
  if (seq < known.seq) return true;
  const rows = (await db.getAllFromIndex("event", "seq")).filter((row) => row.install_id === install_id && row.seq > known.seq && row.seq <= seq);
  const head = receipt.head && rows.length === seq - known.seq ? await chained(known.head, rows) : null;
  if (head !== null && head !== receipt.head) return false;
  const tx = db.transaction("meta", "readwrite");
  try {
    await Promise.all([tx.store.put(receipt, `receipt:${install_id}`), tx.store.put({ seq, head: receipt.head ?? "" } satisfies Link, `chain:${install_id}`)]);
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    if (!isFull(error)) throw error;
  }
  return true;
}

/** The number is another phone's (a restored backup): this one becomes a new installation, with a key of its own, and
 * everything unsettled is numbered again, in the same order, from 1. */
export async function reinstall(db: Walk): Promise<void> {
  const install_id = uuid7();
  const tx = db.transaction(["event", "meta"], "readwrite");
  const rows = await tx.objectStore("event").index("seq").getAll();
  let seq = 0;
  for (const row of rows) {
    if (row.state !== "queued" && row.state !== "held") continue;
    seq += 1;
    await tx.objectStore("event").put({ ...row, install_id, seq });
  }
  await tx.objectStore("meta").put(install_id, "install");
  await tx.objectStore("meta").put(seq, "seq");
  await tx.done;
  await changed(db);
}

async function receipts(db: Walk): Promise<(install_id: string) => Receipt | undefined> {
  const keys = (await db.getAllKeys("meta")).filter((key) => key.startsWith("receipt:"));
  const found = (await Promise.all(keys.map((key) => meta<Receipt>(db, key)))).filter((one) => one !== undefined);
  const byInstall = new Map(found.map((receipt) => [receipt.install_id, receipt]));
  return (install_id) => byInstall.get(install_id);
}

/** The adults an event speaks of. */
function adultsIn({ body }: Recorded): string[] {
  const said = body as { adult_id?: string; adults?: { adult_id: string }[] };
  return [...(said.adult_id ? [said.adult_id] : []), ...(said.adults ?? []).map((adult) => adult.adult_id)];
}

/** After a complete pull the list shows everything accepted before it began; under a receipt, old rows go. */
export async function purge(db: Walk, settledBefore: ReadonlySet<string>, now: number = Date.now(), keep: number = KEEP_RECEIVED_MS): Promise<void> {
  const receiptOfInstall = await receipts(db);
  const tx = db.transaction(["event", "adult"], "readwrite");
  const rows = tx.objectStore("event");
  const here = new Set(await tx.objectStore("adult").getAllKeys());
  for (const row of await rows.getAll()) {
    if (row.state !== "accepted" && row.state !== "replaced") continue;
    const pulled = row.pulled || settledBefore.has(row.event_id);
    // Who is on the list no more (a yes taken back, gone, merged) stays in no word of this phone either.
    const old = now - new Date(row.device_time).getTime() > keep || adultsIn(row).some((adult) => !here.has(adult));
    if (pulled && old && isCovered(row, receiptOfInstall(row.install_id))) await rows.delete(row.event_id);
    else if (pulled !== row.pulled) await rows.put({ ...row, pulled });
  }
  await tx.done;
  await changed(db);
}

/** This phone was lost, or is no longer the volunteer's. */
export interface Revoked {
  reason: string | null;
  at: number;
}

/** Forgets the list, the forms, and every event the receipt covers; what it does not cover stays until it has been sent. */
export async function wipe(db: Walk, reason: string | null): Promise<void> {
  const receiptOfInstall = await receipts(db);
  const tx = db.transaction(["household", "adult", "draft", "meta", "event"], "readwrite");
  for (const name of ["household", "adult", "draft"] as const) void tx.objectStore(name).clear();
  for (const key of ["cursor", "team", "skills"]) void tx.objectStore("meta").delete(key);
  for (const row of await tx.objectStore("event").getAll()) {
    if (isCovered(row, receiptOfInstall(row.install_id))) await tx.objectStore("event").delete(row.event_id);
  }
  await tx.objectStore("meta").put({ reason, at: Date.now() } satisfies Revoked, "revoked");
  await tx.done;
  await changed(db);
}
