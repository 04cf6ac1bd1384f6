/** What the tests of the phone's queue share: visits and houses to record, and a server that signs for what it takes. */
import { chained } from "../../src/outreach/phone";
import { events, type Recorded, type Said } from "../../src/outreach/queue";
import type { VisitLogged } from "../../src/outreach/shapes";
import type { Door } from "../../src/outreach/sync";
import { uuid7 } from "../../src/offline/uuid7";

export const TEAM = "0198c0de-0000-7000-8000-000000000001";
export const EMPTY = { team: { id: TEAM, name: "Tổ", commune_code: "19777", hamlets: [] }, households: [], adults: [], skills: [], cursor: "c1", more: false, reset: false };
export const visit = (over: Partial<VisitLogged> = {}): Said<"visit_logged"> => {
  const household_id = over.household_id ?? uuid7();
  const at = new Date().toISOString();
  const body: VisitLogged = { team_id: TEAM, visit_id: uuid7(), household_id, started_at: at, ended_at: at, result: "nobody_home", revisit_at: null, consent: null, adults: [], ...over };
  return { type: "visit_logged", body, household_id, title: "Thăm" };
};
export const house = (reference = "Hộ 1"): Said<"household_added"> => {
  const household_id = uuid7();
  return { type: "household_added", body: { team_id: TEAM, household_id, hamlet_id: TEAM, reference, adults_total: 2 }, household_id, title: reference };
};
export const taken = (rows: Recorded[]) => rows.map(({ event_id }) => ({ event_id, status: "accepted" as const }));
export const headOf = (rows: { event_id: string; seq: number }[]) => chained("", rows).then((head) => head ?? "");
export async function receiptFor(rows: Recorded[], seq = rows.length) {
  return { install_id: rows[0]?.install_id ?? "", seq, head: await headOf(rows.filter((row) => row.seq <= seq)), signature: "s" };
}
/** A server that takes everything and signs for it. */
export function server(over: Partial<Door> = {}): Door & { sent: Recorded[][] } {
  const sent: Recorded[][] = [];
  const all: Recorded[] = [];
  return {
    sent,
    sync: async (install_id, rows) => {
      sent.push(rows);
      all.push(...rows.filter((row) => !all.some((one) => one.event_id === row.event_id)));
      return { server_time: "", results: taken(rows), receipt: { ...(await receiptFor(all)), install_id } };
    },
    pull: () => Promise.resolve(EMPTY),
    ...over,
  };
}
export const full = () => new DOMException("full", "QuotaExceededError");
export const said = () => events.value.map((row) => [row.seq, row.type, row.state]);
