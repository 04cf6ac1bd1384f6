/** A page of the pulled list, written with its cursor or not at all. Events recorded here are another store, so
 * nothing unsent can be overwritten. */
import type { Pull } from "./pulled";
import type { Walk } from "./store";

/** `anew`: the first page of a list that starts over. */
export async function receive(db: Walk, page: Pull, anew: boolean): Promise<void> {
  const tx = db.transaction(["meta", "household", "adult"], "readwrite");
  const staying = new Set(page.adults.map((row) => row.id));
  const [homes, adults, notes] = [tx.objectStore("household"), tx.objectStore("adult"), tx.objectStore("meta")];
  try {
    if (anew || page.reset) await Promise.all([homes.clear(), adults.clear()]);
    for (const no of page.gone ?? []) {
      const id = await homes.index("no").getKey(no);
      if (id) await Promise.all([homes.delete(id), emptied(id)]);
    }
    for (const row of page.households) {
      if (row.gone) await homes.delete(row.id);
      else await Promise.all([homes.put(row), emptied(row.id)]);
    }
    for (const row of page.adults) {
      if (row.gone) await adults.delete(row.id);
      else await adults.put(row);
    }
    await Promise.all([
      notes.put(page.team, "team"), notes.put(page.skills, "skills"), notes.put(page.cursor, "cursor"), notes.put(page.warning ?? null, "warning"),
    ]);
    await tx.done;
  } catch (error) {
    await tx.done.catch(() => undefined);
    throw error;
  }

  /** A household on the feed brings all its adults: who is not among them is not of it any more. */
  async function emptied(home: string): Promise<void> {
    if (anew || page.reset) return;
    for (const key of await adults.index("home").getAllKeys(home)) if (!staying.has(key)) await adults.delete(key);
  }
}
