import "fake-indexeddb/auto";
import { beforeEach, expect, test } from "vitest";
import { events, type Recorded, record, type Said, tally } from "../../src/outreach/queue";
import { discard, revise } from "../../src/outreach/revising";
import { take } from "../../src/outreach/taking";
import { purge, reinstall, settle } from "../../src/outreach/settling";
import { meta, type Walk, walk } from "../../src/outreach/store";
import { uuid7 } from "../../src/offline/uuid7";

const TEAM = "0198c0de-0000-7000-8000-000000000001";
let db: Walk;
let person = 0;

beforeEach(async () => {
  person += 1;
  db = await walk(`person-${person}`);
});

const house = (reference: string): Said<"household_added"> => {
  const household_id = uuid7();
  return { type: "household_added", body: { team_id: TEAM, household_id, hamlet_id: TEAM, reference, adults_total: 2 }, household_id, title: reference };
};
const visit = (visit_id = uuid7(), household_id = uuid7()): Said<"visit_logged"> => ({
  type: "visit_logged",
  body: {
    team_id: TEAM, visit_id, household_id, started_at: "2026-11-22T12:00:00.000Z", ended_at: "2026-11-22T12:05:00.000Z",
    result: "nobody_home", revisit_at: null, consent: null, adults: [],
  },
  household_id,
  title: "Thăm",
});
const accepted = (rows: Recorded[]) => rows.map(({ event_id }) => ({ event_id, status: "accepted" as const }));

test("numbers run from 1 without a gap, also when many are recorded at once", async () => {
  await Promise.all(Array.from({ length: 12 }, (_, place) => record(db, house(`Hộ ${place}`))));
  expect(events.value.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  expect(new Set(events.value.map((row) => row.install_id)).size).toBe(1);
  expect(new Set(events.value.map((row) => row.event_id)).size).toBe(12);
});

test("one visit saved in two tabs is one event", async () => {
  const said = visit();
  const [first, second] = await Promise.all([record(db, said), record(db, said)]);
  expect(second?.event_id).toBe(first?.event_id);
  expect(events.value).toHaveLength(1);
  expect(await meta(db, "seq")).toBe(1);
});

test("saving a visit ends its draft in the same step", async () => {
  const said = visit();
  await db.put("draft", { household_id: said.household_id, visit_id: said.body.visit_id, started_at: "", result: null, consent: null, adults: [], revisit: { day: null, hour: "19:00" } });
  await record(db, said);
  expect(await db.get("draft", said.household_id)).toBeUndefined();
});

test("an event never sent is put right in place; one on its way is not touched", async () => {
  const said = house("Hộ 1");
  const row = await record(db, said);
  const fixed = { ...said, body: { ...said.body, reference: "Hộ 1A" } };
  await revise(db, row.event_id, fixed, "bấm nhầm");
  expect(events.value).toMatchObject([{ seq: 1, event_id: row.event_id, body: { reference: "Hộ 1A" } }]);

  const taken = await take(db, 100, new Set());
  const later = await revise(db, row.event_id, { ...said, body: { ...said.body, reference: "Hộ 1B" } }, "bấm nhầm");
  expect(later).toMatchObject({ seq: 2, state: "queued", body: { reference: "Hộ 1B" } });
  // The answer to the first content must not mark the second as sent.
  await settle(db, accepted(taken), null);
  expect(events.value.map((one) => [one.seq, one.state])).toEqual([[1, "accepted"], [2, "queued"]]);
  expect(tally(events.value)).toEqual({ waiting: 1, wrong: 0, held: 0 });
});

test("each event gets its own answer; what was not answered stays to be sent", async () => {
  for (let place = 0; place < 5; place += 1) await record(db, house(`Hộ ${place}`));
  const rows = await take(db, 100, new Set());
  await settle(
    db,
    [
      { event_id: rows[0]?.event_id ?? "", status: "accepted" },
      { event_id: rows[1]?.event_id ?? "", status: "duplicate" },
      { event_id: rows[2]?.event_id ?? "", status: "held", reason_code: "waits_for_household", reason: "Chờ" },
      { event_id: rows[3]?.event_id ?? "", status: "rejected", reason_code: "invalid", reason: "Thiếu", field: "reference" },
    ],
    null,
  );
  expect(events.value.map((row) => row.state)).toEqual(["accepted", "accepted", "held", "rejected", "queued"]);
  expect(events.value[3]).toMatchObject({ reason: "Thiếu", field: "reference" });
  expect((await take(db, 100, new Set())).map((row) => row.seq)).toEqual([3, 5]);
});

test("a refused event put right becomes a new event and the old one is set aside", async () => {
  const said = house("Hộ 1");
  const row = await record(db, said);
  await settle(db, [{ event_id: row.event_id, status: "rejected", reason: "Sai" }], null);
  await revise(db, row.event_id, said, "bấm nhầm");
  expect(events.value.map((one) => [one.seq, one.state])).toEqual([[1, "replaced"], [2, "queued"]]);
  expect((await take(db, 100, new Set())).map((one) => one.seq)).toEqual([2]);
});

test("a change that met another's is received: the server keeps both, and nobody here is told to put it right", async () => {
  const row = await record(db, house("Hộ 1"));
  await settle(db, [{ event_id: row.event_id, status: "conflict", reason_code: "field_conflict", reason: "Người khác cũng sửa" }], null);
  expect(events.value).toMatchObject([{ state: "accepted", reason: "Người khác cũng sửa" }]);
  expect(await take(db, 100, new Set())).toEqual([]);
});

test("only a refused event can be dropped", async () => {
  const first = await record(db, house("Hộ 1"));
  const second = await record(db, house("Hộ 2"));
  await settle(db, [{ event_id: second.event_id, status: "conflict", reason: "Trùng" }], null);
  await discard(db, first.event_id);
  await discard(db, second.event_id);
  expect(events.value.map((one) => one.state)).toEqual(["queued", "replaced"]);
});

test("a cloned installation is numbered again from 1 and keeps its events", async () => {
  const rows = [await record(db, house("Hộ 1")), await record(db, house("Hộ 2")), await record(db, house("Hộ 3"))];
  await settle(db, accepted(rows.slice(0, 1)), null);
  const { cloned } = await settle(db, [{ event_id: rows[1]?.event_id ?? "", status: "conflict", reason_code: "seq_taken" }], null);
  expect(cloned).toBe(true);
  await reinstall(db);
  const waiting = events.value.filter((row) => row.state === "queued");
  expect(waiting.map((row) => [row.seq, row.event_id])).toEqual([[1, rows[1]?.event_id], [2, rows[2]?.event_id]]);
  expect(waiting[0]?.install_id).not.toBe(rows[0]?.install_id);
  expect((await record(db, house("Hộ 4"))).seq).toBe(3);
});

test("nothing leaves the phone before the server's receipt covers it", async () => {
  const rows = [await record(db, house("Hộ 1")), await record(db, house("Hộ 2"))];
  const install_id = rows[0]?.install_id ?? "";
  await settle(db, accepted(rows), { install_id, seq: 1, signature: "s" });
  const later = Date.now() + 30 * 86_400_000;
  await purge(db, new Set(rows.map((row) => row.event_id)), later);
  expect(events.value.map((row) => [row.seq, row.pulled])).toEqual([[2, true]]);
  await settle(db, [], { install_id, seq: 2, signature: "s" });
  await purge(db, new Set(), Date.now());
  expect(events.value).toHaveLength(1);
  await purge(db, new Set(), later);
  expect(events.value).toEqual([]);
});
