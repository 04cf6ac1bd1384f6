/** What an upload says, what is sealed for another phone, and what last year's app left. */
import "fake-indexeddb/auto";
import { deleteDB, openDB } from "idb";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refused } from "../../src/api/failure";
import { events, record, type Recorded } from "../../src/outreach/queue";
import { revise } from "../../src/outreach/revising";
import { keyOf, statement, steady, witnessed } from "../../src/outreach/phone";
import type { VisitLogged } from "../../src/outreach/shapes";
import { boxesOf, takeAlong } from "../../src/outreach/rescue/carrying";
import { NoKey } from "../../src/outreach/rescue/shapes";
import { base64url } from "../../src/outreach/bytes";
import { nameOf, type Walk, walk } from "../../src/outreach/store";
import { SESSION } from "../../src/outreach/stopwatch";
import { pause, sync } from "../../src/outreach/sync";
import { parcelOf, upload } from "../../src/outreach/upload";
import { uuid7 } from "../../src/offline/uuid7";
import { EMPTY, visit, house, server, said } from "./walk-given";

let db: Walk;
let person = 0;

afterEach(() => vi.restoreAllMocks());
beforeEach(async () => {
  person += 1;
  db = await walk(`upload-${person}`);
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
  status = 403;
  await sync(db, door);
  expect(vi.getTimerCount()).toBe(0);
  status = 503;
  await sync(db, door);
  status = 0;
  await vi.advanceTimersByTimeAsync(12_000);
  vi.useRealTimers();
  await vi.waitFor(() => expect(said()).toEqual([[1, "visit_logged", "accepted"]]));
});
