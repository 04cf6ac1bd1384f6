/** Hard cases of the phone's queue, and the order to forget. */
import "fake-indexeddb/auto";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { events, isFull, record, SavedElsewhere } from "../../src/outreach/queue";
import { discard, revise } from "../../src/outreach/revising";
import { take } from "../../src/outreach/taking";
import { purge, settle, wipe } from "../../src/outreach/settling";
import type { VisitCorrected, VisitLogged } from "../../src/outreach/shapes";
import { noRoom } from "../../src/outreach/status";
import { meta, type Walk, walk } from "../../src/outreach/store";
import { sync } from "../../src/outreach/sync";
import { TEAM, EMPTY, visit, house, taken, headOf, receiptFor, server, full, said } from "./walk-given";

let db: Walk;
let person = 0;

afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  person += 1;
  db = await walk(`hard-${person}`);
});

test("hard case 4: one form in two windows is one event; other answers in the second are refused there, not lost in silence", async () => {
  const form = visit();
  const again = { ...form, body: { ...form.body, ended_at: new Date(Date.now() + 60_000).toISOString() } };
  const [first, second] = await Promise.all([record(db, form), record(db, again)]);
  expect(second?.event_id).toBe(first?.event_id);
  const other = record(db, { ...form, body: { ...form.body, result: "refused" } });
  await expect(other).rejects.toBeInstanceOf(SavedElsewhere);
  await other.catch((error: SavedElsewhere) => expect(error.first.event_id).toBe(first?.event_id));
  expect(said()).toEqual([[1, "visit_logged", "queued"]]);
  expect(events.value[0]?.body).toMatchObject({ result: "nobody_home", visit_id: first?.event_id });
  expect((await record(db, visit())).seq).toBe(2);
});

test("hard case 9: a visit put right while it is on its way stays as it left, and the second word is sent after it", async () => {
  const form = visit();
  const row = await record(db, form);
  const door = server();
  const real = door.sync;
  door.sync = async (install, rows, told) => {
    const answer = await real(install, rows, told);
    // The person saves other answers before this one's reply is here.
    if (door.sent.length === 1) await revise(db, row.event_id, { ...form, body: { ...form.body, result: "refused" } }, "Bấm nhầm");
    return answer;
  };
  await sync(db, door);
  expect(said()).toEqual([[1, "visit_logged", "accepted"], [2, "visit_corrected", "accepted"]]);
  expect(door.sent.flat().map((one) => one.seq)).toEqual([1, 2]);
  expect(events.value[0]?.body).toMatchObject({ result: "nobody_home" });
  const correction = events.value[1]?.body as VisitCorrected;
  expect(correction).toMatchObject({ visit_id: row.event_id, reason: "Bấm nhầm", visit: { result: "refused", started_at: (row.body as VisitLogged).started_at } });
});

test("hard case 9: a house put right while it is on its way is changed by a second event, never told twice as new", async () => {
  const form = house();
  const row = await record(db, form);
  await take(db, 100, new Set());
  await revise(db, row.event_id, { ...form, body: { ...form.body, reference: "Hộ 1A" } }, "Bấm nhầm");
  await settle(db, taken([row]), null);
  expect(said()).toEqual([[1, "household_added", "accepted"], [2, "household_changed", "queued"]]);
  expect(events.value[1]?.body).toEqual({ team_id: TEAM, household_id: form.household_id, reference: "Hộ 1A" });
});

test("no room: nothing is recorded by halves, and what is here leaves all the same", async () => {
  const row = await record(db, visit());
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
    throw full();
  });
  vi.spyOn(IDBCursor.prototype, "update").mockImplementation(() => {
    throw full();
  });
  const failure = await record(db, visit()).catch((error: unknown) => error);
  expect(isFull(failure)).toBe(true);
  const door = server();
  await sync(db, door);
  expect(door.sent.flat().map((one) => one.event_id)).toEqual([row.event_id]);
  expect(noRoom.value).toBe(true);
  vi.restoreAllMocks();
  // The server has signed for it, so it made room by going; its number is not given again.
  expect(await db.getAll("event")).toEqual([]);
  await record(db, visit());
  await sync(db, door);
  expect(noRoom.value).toBe(false);
  expect(said()).toEqual([[2, "visit_logged", "accepted"]]);
});

test("no room for the list: what a receipt covers goes at once, what it does not stays", async () => {
  await record(db, visit());
  const late = await record(db, visit());
  const rows = [...events.value];
  await settle(db, taken(rows), await receiptFor(rows, 1));
  await purge(db, new Set(rows.map((row) => row.event_id)));
  await sync(db, server({ sync: (install_id) => Promise.resolve({ server_time: "", results: [], receipt: { install_id, seq: 0, signature: "s" } }), pull: () => Promise.reject(full()) }));
  expect(events.value.map((row) => row.event_id)).toEqual([late.event_id]);
});

test("a receipt whose chain is not that of what was recorded covers nothing", async () => {
  const rows = [await record(db, visit()), await record(db, visit())];
  const install_id = rows[0]?.install_id ?? "";
  const later = Date.now() + 30 * 86_400_000;
  await settle(db, taken(rows), { install_id, seq: 2, head: "00".repeat(32), signature: "s" });
  await purge(db, new Set(rows.map((row) => row.event_id)), later);
  expect(events.value).toHaveLength(2);
  await settle(db, [], await receiptFor(rows, 1));
  await settle(db, [], await receiptFor(rows));
  await purge(db, new Set(rows.map((row) => row.event_id)), later);
  expect(events.value).toEqual([]);
  // The chain goes on where the forgotten part ended.
  const third = await record(db, visit());
  await settle(db, taken([third]), { install_id, seq: 3, head: await headOf([...rows, third]), signature: "s" });
  expect(await meta(db, `receipt:${install_id}`)).toMatchObject({ seq: 3 });
});

test("told to forget: list, forms and covered events go, what is not covered is sent first, and a last word says so", async () => {
  const [covered, open] = [await record(db, visit()), await record(db, visit())];
  await settle(db, taken([covered]), await receiptFor([covered]));
  await db.put("household", { id: "a", hamlet_id: "m", reference: "Hộ", adults_total: 1, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone: false });
  await db.put("draft", { household_id: "a", visit_id: "v", started_at: "", result: null, consent: null, adults: [], revisit: { day: null, hour: "19:00" } });
  let pulls = 0;
  const told: { pending: number; wiped: boolean; last_seq: number }[] = [];
  const door = server({ pull: () => Promise.resolve((pulls += 1, EMPTY)) });
  door.sync = async (install_id, rows, about) => {
    told.push(about);
    return { server_time: "", results: taken(rows), receipt: { ...(await receiptFor([covered, open])), install_id }, install: { state: "revoked", wipe: !about.wiped, reason: "mất máy" } };
  };
  await sync(db, door);
  expect(told).toEqual([{ last_seq: 2, pending: 1, wiped: false }, { last_seq: 2, pending: 0, wiped: true }]);
  expect(await Promise.all([db.count("household"), db.count("draft"), db.count("event")])).toEqual([0, 0, 0]);
  expect(await meta(db, "revoked")).toMatchObject({ reason: "mất máy" });
  expect(pulls).toBe(0);
});

test("told to forget while the line breaks: what the server has not signed for is still there", async () => {
  const [covered, open] = [await record(db, visit()), await record(db, visit())];
  await settle(db, taken([covered]), await receiptFor([covered]));
  await wipe(db, "mất máy");
  expect(events.value.map((row) => row.event_id)).toEqual([open.event_id]);
  const door = server();
  await sync(db, door);
  expect(door.sent.flat().map((row) => row.event_id)).toEqual([open.event_id]);
});

test("a phone with nothing to send says that it is there", async () => {
  const door = server();
  await sync(db, door);
  expect(door.sent).toEqual([[]]);
  expect(await meta(db, "install")).toBeTruthy();
});

test("a phone whose number is another's takes a new one even when it has nothing to send, and loses nothing", async () => {
  const row = await record(db, visit());
  const first = row.install_id;
  const door = server();
  const real = door.sync;
  door.sync = async (install, rows, told) =>
    install === first ? { server_time: "", results: [], receipt: { install_id: install, seq: 0, head: "", signature: "s" }, install: { state: "cloned", wipe: false } } : real(install, rows, told);
  await sync(db, door);
  expect(events.value).toMatchObject([{ event_id: row.event_id, seq: 1, state: "accepted" }]);
  expect(events.value[0]?.install_id).not.toBe(first);
  expect(await meta(db, "install")).toBe(events.value[0]?.install_id);
});

test("a household on the feed brings all its adults; who is not among them is not of it any more", async () => {
  const home = (id: string, no: number) => ({ id, no, version: 0, hamlet_id: "m", reference: id, adults_total: 1, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone: false });
  const adult = (id: string, household_id: string) => ({ id, no: 1, version: 0, household_id, label: id, birth_year: null, sex: null, knows: null, assessed: false, can: false, gone: false });
  const pages = [
    { ...EMPTY, households: [home("a", 1), home("b", 2), home("c", 3)], adults: [adult("p", "a"), adult("q", "a"), adult("r", "c")] },
    { ...EMPTY, cursor: "c2", households: [home("a", 1), home("b", 2)], adults: [adult("p", "a"), adult("q", "b")] },
    { ...EMPTY, cursor: "c3", households: [home("a", 1)], adults: [], gone: [3, 99] },
  ];
  const door = server({ pull: () => Promise.resolve(pages.shift() ?? EMPTY) });
  const listed = async () => (await db.getAll("adult")).map((one) => [one.id, one.household_id]);
  await sync(db, door);
  expect(await listed()).toEqual([["p", "a"], ["q", "a"], ["r", "c"]]);
  await sync(db, door);
  expect(await listed()).toEqual([["p", "a"], ["q", "b"], ["r", "c"]]);
  await sync(db, door);
  expect(await listed()).toEqual([["q", "b"]]);
  expect((await db.getAll("household")).map((one) => one.id)).toEqual(["a", "b"]);
});

test("an answer that a person has to see keeps its reason, its day and both values", async () => {
  const rows = [await record(db, visit()), await record(db, house())];
  const conflict = { kind: "hard" as const, fields: [{ field: "reference", theirs: "Hộ 2", yours: "Hộ 1" }] };
  await settle(db, [
    { event_id: rows[0]?.event_id ?? "", status: "held", reason_code: "awaits_approval", reason: "Chờ tổ trưởng duyệt", until: "2026-12-06T12:00:00Z" },
    { event_id: rows[1]?.event_id ?? "", status: "conflict", reason_code: "field_conflict", reason: "Hai người cùng sửa", conflict },
  ], null);
  expect(events.value).toMatchObject([{ state: "held", until: "2026-12-06T12:00:00Z" }, { state: "accepted", conflict }]);
  await discard(db, rows[1]?.event_id ?? "");
  expect(events.value[1]?.state).toBe("accepted");
});
