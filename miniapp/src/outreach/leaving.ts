/** When a volunteer signs out: the list of houses leaves the phone; what was not sent yet stays for them. */
import { deleteDB } from "idb";
import { platform } from "../platform";
import { close, nameOf, walk } from "./store";

export async function leave(person: string): Promise<void> {
  const db = await walk(person);
  const rows = await db.getAll("event");
  const carries = (await db.getAll("carried")).some((one) => one.state === "queued");
  if (carries || rows.some((row) => row.state === "queued" || row.state === "rejected" || row.state === "conflict")) {
    // A phone that was stopped keeps its number for what it still has to send; what comes after gets a new one.
    const stopped = (await db.get("meta", "revoked")) ? ["revoked", "install", "seq"] : [];
    await Promise.all([db.clear("household"), db.clear("adult"), db.clear("draft"), ...["cursor", ...stopped].map((key) => db.delete("meta", key))]);
    return;
  }
  platform.store.remove("walk");
  await close(person);
  await deleteDB(nameOf(person));
}
