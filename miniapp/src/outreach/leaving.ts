/** When a volunteer signs out: the list of houses leaves the phone; what was not sent yet stays for them. */
import { deleteDB } from "idb";
import { platform } from "../platform";
import { close, nameOf, walk } from "./store";

export async function leave(person: string): Promise<void> {
  const db = await walk(person);
  const rows = await db.getAll("event");
  const carries = (await db.getAll("carried")).some((one) => one.state === "queued");
  if (carries || rows.some((row) => row.state === "queued" || row.state === "rejected" || row.state === "conflict")) {
    await Promise.all([db.clear("household"), db.clear("adult"), db.clear("draft"), db.delete("meta", "cursor"), db.delete("meta", "revoked")]);
    return;
  }
  platform.store.remove("walk");
  await close(person);
  await deleteDB(nameOf(person));
}
