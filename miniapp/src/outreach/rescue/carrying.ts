/** What one phone carries for another: made on the one, kept and sent by the other. */
import { asFailure, Refused } from "../../api/failure";
import { meta, type Walk } from "../store";
import { take } from "../taking";
import { clockNow, parcelOf, requestOf } from "../upload";
import { seal } from "./sealing";
import { type Carried, NoKey } from "./shapes";

const AT_ONCE = 100;
const BOX = /^[A-Za-z0-9_-]{100,}$/;
/** Long enough to be one box and no other. */
const NAME = 40;

/** Everything that waits, sealed; what is in a box counts as sent: it is changed by a second word only. */
export async function boxesOf(db: Walk): Promise<string[]> {
  const point = await meta<string>(db, "rescue_key");
  if (!point) throw new NoKey("no rescue key");
  const boxes: string[] = [];
  const done = new Set<string>();
  for (let rows = await take(db, AT_ONCE, done); rows.length; rows = await take(db, AT_ONCE, done)) {
    const now = clockNow();
    const parcel = parcelOf(rows, now);
    const told = { last_seq: (await meta<number>(db, "seq")) ?? 0, pending: 0, wiped: false };
    boxes.push(await seal(point, JSON.stringify(await requestOf(db, rows[0]?.install_id ?? "", parcel, told, now, true))));
    for (const row of [...parcel.plain, ...parcel.packed]) done.add(row.event_id);
  }
  return boxes;
}

/** Keeps the boxes of a file or a code; says how many are new. */
export async function takeAlong(db: Walk, text: string): Promise<number> {
  const boxes = text.split(/\s+/).filter((line) => BOX.test(line));
  let fresh = 0;
  for (const sealed of boxes) {
    const id = sealed.slice(0, NAME);
    if (await db.get("carried", id)) continue;
    await db.put("carried", { id, sealed, taken_at: new Date().toISOString(), state: "queued", reason: null });
    fresh += 1;
  }
  return fresh;
}

/** Hands over what is carried; what the server refuses stays with its reason, what did not reach it goes next time. */
export async function handOver(db: Walk, bring: (sealed: string) => Promise<unknown>): Promise<void> {
  for (const box of (await db.getAll("carried")).filter((one) => one.state === "queued")) {
    const put = (part: Partial<Carried>) => db.put("carried", { ...box, ...part });
    try {
      await bring(box.sealed);
      await put({ state: "sent", sealed: "" });
    } catch (error) {
      const failure = asFailure(error);
      if (!(failure instanceof Refused) || failure.status !== 422) throw error;
      await put({ state: "refused", reason: failure.words });
    }
  }
}
