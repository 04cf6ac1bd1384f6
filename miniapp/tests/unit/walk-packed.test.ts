import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { base64url } from "../../src/outreach/bytes";
import { msOf } from "../../src/outreach/stopwatch";
import { listed, type Columns } from "../../src/outreach/columns";
import { pack, rowOf, shortened, type Spoken } from "../../src/outreach/packed";
import { uuid7 } from "../../src/offline/uuid7";

type Vector = { packed: object; events: (Spoken & { body: { adults?: object[] } })[] };
const vectors = JSON.parse(readFileSync(join(import.meta.dirname, "../../../tests/outreach/packed_vectors.json"), "utf8")) as Vector[];
/** What the phone keeps beside what the wire leaves out. */
const kept = (events: Vector["events"]): Spoken[] =>
  events.map((event) => ({
    ...event,
    body: { revisit_at: null, consent: null, ...event.body, adults: (event.body.adults ?? []).map((one) => ({ knows: null, skills: [], assistance: null, barriers: [], ...one })) },
  }));
const spelt = kept(vectors[0]?.events ?? []);
const NUMBERS = new Map([["01a20400-0000-7000-8000-000000000003", 1207], ["01a20400-0000-7000-8000-000000000004", 33], ["01a20400-0000-7000-8000-000000000005", 34]]);

test("visits are packed as the server unpacks them, by id and by number", () => {
  expect(pack(spelt, new Map())).toEqual(vectors[0]?.packed);
  expect(pack(spelt, NUMBERS)).toEqual(vectors[1]?.packed);
});

test("what the short form would lose goes in full", () => {
  const [visit] = spelt as [Spoken & { body: object }];
  const at = { seq: 0, ms: 0 };
  expect(rowOf(visit, at, NUMBERS)).not.toBeNull();
  for (const body of [
    { visit_id: uuid7() }, { audit_draw_id: uuid7() }, { started_at: "2026-11-22T12:00:05.251Z" }, { ended_at: "2026-11-22T12:10:09.250Z" },
    { revisit_at: "2026-11-24T19:00:00.000Z" }, { result: "asleep" }, { consent: "nodded" },
    { adults: [{ adult_id: uuid7(), met: true, knows: null, skills: [{ code: "S17", level: "heard" }], assistance: null, barriers: [] }] },
    { adults: [{ adult_id: uuid7(), met: true, knows: null, skills: [], assistance: null, barriers: ["rain"] }] },
  ]) expect(rowOf({ ...visit, body: { ...visit.body, ...body } }, at, NUMBERS)).toBeNull();
  expect(rowOf({ ...visit, schema_version: 1 }, at, NUMBERS)).toBeNull();
  expect(rowOf({ ...visit, device_time: "2026-11-22T12:10:05.251Z" }, at, NUMBERS)).toBeNull();
  expect(pack([...spelt, { ...visit, body: { ...visit.body, team_id: uuid7() } }], NUMBERS)).toBeNull();
});

test("numbers stand wherever ids do, also inside lists, and nowhere else", () => {
  const [a, b] = [uuid7(), uuid7()];
  const numbers = new Map([[a, 7], [b, 8]]);
  expect(shortened({ merge_id: a, winner_id: a, loser_id: b, same: [{ keep: a, drop: b }], moves: [b], reason: a }, numbers)).toEqual({
    merge_id: a, winner_id: 7, loser_id: 8, same: [{ keep: 7, drop: 8 }], moves: [8], reason: a,
  });
});

/** A hundred visits as volunteers make them: two adults a house, a task each, some hindrances, some returns. */
function evening(count: number): { events: Spoken[]; numbers: Map<string, number> } {
  let seed = 20_261_122;
  const dice = (sides: number) => (seed = (seed * 48_271) % 2_147_483_647) % sides;
  const numbers = new Map<string, number>();
  let now = Date.parse("2026-11-22T11:00:00.000Z");
  const events = Array.from({ length: count }, (_, place): Spoken => {
    now += 240_000 + dice(400_000);
    const event_id = uuid7(now);
    const ms = msOf(event_id);
    const [home, ...adults] = [uuid7(), uuid7(), uuid7()];
    numbers.set(home ?? "", 41_000 + dice(300));
    adults.forEach((adult) => numbers.set(adult, 98_000 + dice(700)));
    const met = dice(10) < 7;
    const body = {
      team_id: "01a20400-0000-7000-8000-00000000000a", visit_id: event_id, household_id: home,
      started_at: new Date(ms - (60 + dice(500)) * 1000).toISOString(), ended_at: new Date(ms - dice(3) * 1000).toISOString(),
      result: met ? "met" : (["nobody_home", "refused"][dice(2)] as string), revisit_at: dice(4) ? null : new Date(ms + (1440 + dice(9000)) * 60_000).toISOString(), consent: met ? true : null,
      adults: met ? adults.map((adult_id) => ({ adult_id, met: true, knows: dice(3) > 0, skills: dice(3) ? [{ code: `S0${4 + dice(6)}`, level: ["heard", "with_help", "alone_observed"][dice(3)] }] : [], assistance: dice(2) ? "unaided" : null, barriers: dice(4) ? [] : ["eyesight"] })) : [],
    };
    return { event_id, seq: 41 + place, type: "visit_logged", schema_version: 2, device_time: new Date(ms).toISOString(), body };
  });
  return { events, numbers };
}

test("a visit is at most 40 bytes on the wire, all that goes with an upload included", () => {
  const { events, numbers } = evening(100);
  const request = {
    install_id: uuid7(), device_time: new Date().toISOString(), events: [], brief: true, rtt_ms: 412, last_seq: 140, pending: 100, app_version: "2", session_id: uuid7(), device_mono: 9_812_345, wiped: false,
    public_key: base64url(crypto.getRandomValues(new Uint8Array(65))), proof: base64url(crypto.getRandomValues(new Uint8Array(64))),
    packed: { ...pack(events, numbers), mono: 12_345 },
  };
  const bytes = gzipSync(JSON.stringify(request)).length / events.length;
  console.log(`a visit on the wire: ${bytes.toFixed(1)} bytes`);
  expect(bytes).toBeLessThanOrEqual(40);
});

test("columns are read as the rows they stand for", () => {
  const columns: Columns = {
    team: { id: "t", name: "Tổ", commune_code: "19777", hamlets: [{ id: "m1", name: "Thôn 1" }, { id: "m2", name: "Thôn 2" }] },
    since: "2025-01-01", results: ["met", "nobody_home"],
    households: {
      no: [1207, 3], hamlet: [1, 0], reference: ["Hộ 7", "Hộ 9"], adults_total: [2, null], version: [0, 4], visits: [3, 0], result: [1, -1], visited: [690, null],
      revisit: [690 * 1440 + 19 * 60, null], do_not_contact: [1], adults: [0, 2], gone: [5], id: ["AaIEAAAAcACAAAAAAAAAAw", "AaIEAAAAcACAAAAAAAAABA"],
    },
    adults: { no: [33, 1], label: ["Bà", "Ông"], birth_year: [1950, null], sex: [1, 0], state: [10, 2], version: [2, 0], id: ["AaIEAAAAcACAAAAAAAAABQ", "AaIEAAAAcACAAAAAAAAABg"] },
    skills: [], cursor: "c", more: false, reset: false,
  };
  const { households, adults, gone } = listed(columns);
  expect(households).toMatchObject([
    { id: "01a20400-0000-7000-8000-000000000003", no: 1207, hamlet_id: "m2", last_result: "nobody_home", last_visited_at: "2026-11-22T05:00:00.000Z", revisit_at: "2026-11-22T12:00:00.000Z", do_not_contact: false },
    { no: 1210, version: 4, last_result: null, last_visited_at: null, revisit_at: null, do_not_contact: true, adults_total: null },
  ]);
  expect(adults).toMatchObject([
    { no: 33, household_id: households[1]?.id, label: "Bà", sex: "female", knows: true, assessed: true, can: true, version: 2 },
    { no: 34, household_id: households[1]?.id, sex: null, knows: false, assessed: false, can: false },
  ]);
  expect(gone).toEqual([5]);
  expect(() => listed({ ...columns, households: { ...columns.households, id: null } })).toThrow();

  // The same with ids in as many bits as they hold.
  const vector = JSON.parse(readFileSync(join(import.meta.dirname, "../../../tests/outreach/short_ids.json"), "utf8"))[0] as { homes: Record<string, string[]>; ids: { step: number[]; rest: string } };
  const bare = { ...columns, households: { ...columns.households, adults: [2, 0], id: null }, adults: { ...columns.adults, id: null }, ids: vector.ids };
  const read = listed(bare);
  expect(read.households.map(({ id }) => id)).toEqual(Object.keys(vector.homes));
  expect(read.adults.map(({ id }) => id)).toEqual(Object.values(vector.homes).flat());
  expect(() => listed({ ...bare, ids: { ...vector.ids, step: vector.ids.step.slice(1) } })).toThrow();
  expect(() => listed({ ...bare, ids: { ...vector.ids, rest: vector.ids.rest.slice(12) } })).toThrow();
});
