import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../../src/api/failure";
import { events, isFull, record, type Recorded, type Said, SavedElsewhere } from "../../src/outreach/queue";
import { discard, revise } from "../../src/outreach/revising";
import { take } from "../../src/outreach/taking";
import { chained, keyOf, statement, steady, witnessed } from "../../src/outreach/phone";
import { purge, settle, wipe } from "../../src/outreach/settling";
import type { VisitCorrected, VisitLogged } from "../../src/outreach/shapes";
import { boxesOf, takeAlong } from "../../src/outreach/rescue/carrying";
import { NoKey } from "../../src/outreach/rescue/shapes";
import { base64url } from "../../src/outreach/bytes";
import { noRoom } from "../../src/outreach/status";
import { meta, nameOf, type Walk, walk } from "../../src/outreach/store";
import { SESSION } from "../../src/outreach/stopwatch";
import { type Door, pause, sync } from "../../src/outreach/sync";
import { parcelOf, upload } from "../../src/outreach/upload";
import { uuid7 } from "../../src/offline/uuid7";

const TEAM = "0198c0de-0000-7000-8000-000000000001";
const EMPTY = { team: { id: TEAM, name: "Tổ", commune_code: "19777", hamlets: [] }, households: [], adults: [], skills: [], cursor: "c1", more: false, reset: false };
let db: Walk;
let person = 0;

afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  person += 1;
  db = await walk(`hard-${person}`);
});

const visit = (over: Partial<VisitLogged> = {}): Said<"visit_logged"> => {
  const household_id = over.household_id ?? uuid7();
  const at = new Date().toISOString();
  const body: VisitLogged = { team_id: TEAM, visit_id: uuid7(), household_id, started_at: at, ended_at: at, result: "nobody_home", revisit_at: null, consent: null, adults: [], ...over };
  return { type: "visit_logged", body, household_id, title: "Thăm" };
};
const house = (reference = "Hộ 1"): Said<"household_added"> => {
  const household_id = uuid7();
  return { type: "household_added", body: { team_id: TEAM, household_id, hamlet_id: TEAM, reference, adults_total: 2 }, household_id, title: reference };
};
const taken = (rows: Recorded[]) => rows.map(({ event_id }) => ({ event_id, status: "accepted" as const }));
const headOf = (rows: { event_id: string; seq: number }[]) => chained("", rows).then((head) => head ?? "");
async function receiptFor(rows: Recorded[], seq = rows.length) {
  return { install_id: rows[0]?.install_id ?? "", seq, head: await headOf(rows.filter((row) => row.seq <= seq)), signature: "s" };
}
/** A server that takes everything and signs for it. */
function server(over: Partial<Door> = {}): Door & { sent: Recorded[][] } {
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
const full = () => new DOMException("full", "QuotaExceededError");
const said = () => events.value.map((row) => [row.seq, row.type, row.state]);

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

test("the whole upload is signed with a key that cannot leave the phone; a new number brings a new key", async () => {
  vi.stubGlobal("CompressionStream", undefined);
  const bodies: string[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    bodies.push(await request.text());
    const answer = { server_time: "", results: [], receipt: { install_id: "", seq: 0, head: "", signature: "" }, install: { state: "active", missing: [] }, accepted_seqs: [[1, 2]] };
    return new Response(JSON.stringify(answer), { status: 200, headers: { "Content-Type": "application/json" } });
  });
  const rows = [await record(db, house()), await record(db, visit())];
  const install = rows[0]?.install_id ?? "";
  const { results } = await upload(db, install, rows, { last_seq: 2, pending: 2, wiped: false });
  expect(results.map(({ event_id, status }) => [event_id, status])).toEqual(rows.map((row) => [row.event_id, "accepted"]));
  const told = JSON.parse(bodies[0] ?? "{}") as { device_time: string; public_key: string; proof: string; events: object[]; packed: { rows: object[]; mono: number }; session_id: string };
  expect(told).toMatchObject({ events: [{ event_id: rows[0]?.event_id, session_id: SESSION, schema_version: 2 }], packed: { mono: rows[1]?.device_mono }, session_id: SESSION });
  const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", bytes(told.public_key), { name: "ECDSA", namedCurve: "P-256" }, true, ["verify"]);
  const words = statement(install, Date.parse(told.device_time), rows);
  expect(await crypto.subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, bytes(told.proof), new TextEncoder().encode(words))).toBe(true);
  const pair = await keyOf(db, install);
  expect(pair?.privateKey.extractable).toBe(false);
  const other = await keyOf(db, uuid7());
  const raw = (one: CryptoKeyPair | null) => (one ? crypto.subtle.exportKey("raw", one.publicKey).then((point) => [...new Uint8Array(point)]) : null);
  expect(await raw(other)).not.toEqual(await raw(pair));
  expect(await raw(await keyOf(db, install))).toEqual(await raw(pair));
});

test("where something on the way cannot pass gzip, the upload goes plain and nothing is called unreadable", async () => {
  const kinds: (string | null)[] = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    kinds.push(request.headers.get("Content-Encoding"));
    if (kinds.at(-1) === "gzip") return new Response(JSON.stringify({ type: "/problems/malformed", title: "Hỏng", status: 400 }), { status: 400, headers: { "Content-Type": "application/problem+json" } });
    const answer = { server_time: "", results: [], receipt: { install_id: "", seq: 0, head: "", signature: "" }, install: { state: "active", missing: [] }, accepted_seqs: [[1, 1]] };
    return new Response(JSON.stringify(answer), { status: 200, headers: { "Content-Type": "application/json" } });
  });
  const row = await record(db, visit());
  const about = { last_seq: 1, pending: 1, wiped: false };
  expect((await upload(db, row.install_id, [row], about)).results).toEqual([{ event_id: row.event_id, status: "accepted" }]);
  await upload(db, row.install_id, [], about);
  expect(kinds).toEqual(["gzip", null, null]);
});

test("a stopwatch speaks where clock and stopwatch agree, or the clock was set back; not after the phone slept", () => {
  const event = { device_time: "2026-11-22T12:00:00.000Z", session_id: SESSION, device_mono: 1_000 };
  const now = (clock: number, mono: number) => ({ wall: Date.parse(event.device_time) + clock, mono: 1_000 + mono });
  expect([steady(event, now(60_000, 60_500)), witnessed(event, now(60_000, 60_500))]).toEqual([true, true]);
  expect([steady(event, now(-3 * 86_400_000, 60_000)), witnessed(event, now(-3 * 86_400_000, 60_000))]).toEqual([false, true]);
  expect([steady(event, now(3_600_000, 60_000)), witnessed(event, now(3_600_000, 60_000))]).toEqual([false, false]);
  expect(steady({ ...event, session_id: uuid7() }, now(60_000, 60_000))).toBe(false);
});

test("visits of this run of the app and of one before go in two parcels, each with its own witness", async () => {
  const rows = [await record(db, visit()), await record(db, visit()), await record(db, house()), await record(db, visit())];
  const before = rows.slice(0, 2).map((row) => ({ ...row, session_id: uuid7() }));
  const now = { wall: Date.now(), mono: Math.round(performance.now()) };
  const first = parcelOf([...before, ...rows.slice(2)] as Recorded[], now);
  expect([first.kind, first.packed.map((row) => row.seq), first.plain.map((row) => row.seq)]).toEqual(["past", [1, 2], [3]]);
  const second = parcelOf([rows[3]] as Recorded[], now);
  expect([second.kind, second.packed.length]).toEqual(["steady", 1]);
});

test("what last year's app queued survives the update and is sent as it was written", async () => {
  const name = `old-${person}`;
  const old = await openDB(nameOf(name), 1, {
    upgrade(made) {
      made.createObjectStore("meta");
      made.createObjectStore("household", { keyPath: "id" });
      made.createObjectStore("adult", { keyPath: "id" });
      const queue = made.createObjectStore("event", { keyPath: "event_id" });
      queue.createIndex("seq", "seq");
      queue.createIndex("subject", "subject");
      made.createObjectStore("draft", { keyPath: "household_id" });
    },
  });
  const body = { ...visit().body, started_at: "2026-11-22T12:00:00.123Z", ended_at: "2026-11-22T12:05:00.456Z" };
  const row = { event_id: uuid7(), install_id: "0198c0de-0000-7000-8000-0000000000aa", seq: 7, type: "visit_logged", schema_version: 1, device_time: "2026-11-22T12:05:01.000Z", body, subject: body.visit_id, household_id: body.household_id, title: "Thăm", state: "queued", tries: 3, reason_code: null, reason: null, field: null, pulled: false };
  await old.put("event", row);
  await old.put("meta", row.install_id, "install");
  await old.put("meta", 7, "seq");
  await old.put("meta", "c0", "cursor");
  await old.put("household", { id: "a", hamlet_id: "m", reference: "Hộ cũ", adults_total: 1, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone: false });
  await old.put("draft", { household_id: "a", visit_id: "v", started_at: "2026-11-22T12:00:00.000Z", result: "met", consent: true, revisit: "none", adults: [{ adult_id: "p", met: true, knows: true, task: "S05", outcome: "says", helped: [], barriers: [] }] });
  old.close();

  db = await walk(name);
  expect(await db.get("event", row.event_id)).toEqual(row);
  expect((await db.getAll("household")).map((one) => one.reference)).toEqual(["Hộ cũ"]);
  expect(await db.get("draft", "a")).toMatchObject({ visit_id: "v", adults: [{ outcome: "says" }] });
  const asked: (string | null)[] = [];
  const door = server({ pull: (cursor) => Promise.resolve((asked.push(cursor), EMPTY)) });
  const next = await record(db, visit());
  expect([next.install_id, next.seq]).toEqual([row.install_id, 8]);
  await sync(db, door);
  expect(asked).toEqual([null]);
  const [first] = door.sent.flat();
  expect(first).toMatchObject({ ...row, tries: 4 });
  expect(parcelOf([first as Recorded], { wall: Date.now(), mono: 0 }).plain).toHaveLength(1);
  db.close();
  await deleteDB(nameOf(name));
});

test("another phone carries what this one cannot send, cannot read it, and hands it over once", async () => {
  const pair = await crypto.subtle.generateKey({ name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
  const point = base64url(new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey)));
  const rows = [await record(db, house("Hộ bà Sáu")), await record(db, visit())];
  await expect(boxesOf(db)).rejects.toBeInstanceOf(NoKey);
  await db.put("meta", point, "rescue_key");
  const boxes = await boxesOf(db);
  expect(boxes).toHaveLength(1);
  // What is in a box may have arrived: it is put right by a second word.
  await revise(db, rows[1]?.event_id ?? "", { ...visit(), body: { ...(rows[1]?.body as VisitLogged), result: "refused" } }, "Bấm nhầm");
  expect(events.value.at(-1)?.type).toBe("visit_corrected");

  const other = await walk(`carrier-${person}`);
  expect(await takeAlong(other, `${boxes.join("\n")}\nrác`)).toBe(1);
  expect(await takeAlong(other, boxes.join("\n"))).toBe(0);
  expect(JSON.stringify(await other.getAll("carried"))).not.toContain("Sáu");
  const brought: string[] = [];
  const failing = server({ bringHome: () => Promise.reject(new Refused(503, { type: "", title: "Bận", status: 503 })) });
  await sync(other, failing);
  expect((await other.getAll("carried")).map((one) => one.state)).toEqual(["queued"]);
  const door = server({ bringHome: (sealed) => Promise.resolve(brought.push(sealed)) });
  await sync(other, door);
  await sync(other, door);
  expect(brought).toEqual(boxes);
  expect(await other.getAll("carried")).toMatchObject([{ state: "sent", sealed: "" }]);
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

test("phones that failed together do not come back together; a time the server named is kept", () => {
  expect([1, 2, 3, 20].map((failed) => pause(failed, null, 1))).toEqual([5_000, 10_000, 20_000, 600_000]);
  expect(pause(6, null, 0)).toBe(1_000);
  expect([pause(1, 30, 0), pause(9, 30, 1)]).toEqual([30_000, 35_000]);
});

test("a server that is overrun is asked again by itself; one that says no is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await record(db, visit());
  const door = server();
  const real = door.sync;
  let status = 503;
  door.sync = (install, rows, told) => (status ? Promise.reject(new Refused(status, { type: "", title: "Bận", status }, 7)) : real(install, rows, told));
  await sync(db, door);
  expect(vi.getTimerCount()).toBe(1);
  status = 0;
  await vi.advanceTimersByTimeAsync(12_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(said()).toEqual([[1, "visit_logged", "accepted"]]));
});
