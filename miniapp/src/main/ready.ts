/** After the first paint, when idle: what must be on the phone before the network goes. */
import { readInto } from "../api/read";
import { readCommunes, communesKey } from "../identity/home-place";
import { recall, keep } from "../offline/db";
import { fetchTopology, PROVINCE } from "../places/topology";
import { prefetchProcedures } from "../procedures/reading";
import { readCategories } from "../reports/categories";

const DAY = 86_400_000;
const STAMP = "prefetched-procedures";
const PAGES = 6;

export async function prepareOffline(): Promise<void> {
  if (navigator.onLine === false) return;
  await readInto("report-categories", readCategories, { fresh: DAY });
  await readInto(`geo:${PROVINCE}`, () => fetchTopology(PROVINCE), { fresh: DAY });
  await readInto(communesKey(PROVINCE), () => readCommunes(PROVINCE), { fresh: DAY });
  const saving = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
  const last = (await recall<number>(STAMP)) ?? 0;
  if (saving || Date.now() - last < 7 * DAY) return;
  await prefetchProcedures(PAGES);
  await keep(STAMP, Date.now()).catch(() => undefined);
}
