import "fake-indexeddb/auto";
import { beforeEach, expect, test, vi } from "vitest";
import { Refused, Unreachable } from "../../src/api/failure";
import type { Pull } from "../../src/outreach/pulled";
import { events, record, type Recorded } from "../../src/outreach/queue";
import { meta, type Walk, walk } from "../../src/outreach/store";
import { syncFailure } from "../../src/outreach/status";
import { type Door, sync } from "../../src/outreach/sync";
import { uuid7 } from "../../src/offline/uuid7";

const TEAM = "0198c0de-0000-7000-8000-000000000001";
let db: Walk;
let person = 0;

beforeEach(async () => {
  vi.useRealTimers();
  person += 1;
  db = await walk(`sync-${person}`);
});

async function houses(count: number): Promise<void> {
  for (let place = 0; place < count; place += 1) {
    const household_id = uuid7();
    await record(db, { type: "household_added", body: { team_id: TEAM, household_id, hamlet_id: TEAM, reference: `Hộ ${place}`, adults_total: null }, household_id, title: `Hộ ${place}` });
  }
}
const EMPTY: Pull = { team: { id: TEAM, name: "Tổ", commune_code: "19777", hamlets: [] }, households: [], adults: [], skills: [], cursor: "c1", more: false, reset: false };

/** A server that keeps what it takes, as the real one does. */
function server(over: Partial<Door> = {}): Door & { sizes: number[]; taken: Map<string, string> } {
  const taken = new Map<string, string>();
  const sizes: number[] = [];
  return {
    taken,
    sizes,
    sync: (install_id, rows) => {
      sizes.push(rows.length);
      const results = rows.map(({ event_id, body }) => {
        const status = taken.has(event_id) ? ("duplicate" as const) : ("accepted" as const);
        taken.set(event_id, JSON.stringify(body));
        return { event_id, status };
      });
      return Promise.resolve({ server_time: "", results, receipt: { install_id, seq: taken.size, signature: "s" } });
    },
    pull: () => Promise.resolve(EMPTY),
    ...over,
  };
}
const states = () => events.value.map((row) => row.state);
const no = (status: number) => new Refused(status, { type: "/problems/too-large", title: "Quá lớn", status });

test("everything goes in batches and the receipt is kept", async () => {
  await houses(120);
  const door = server();
  await sync(db, door);
  expect(door.sizes).toEqual([100, 20]);
  expect(new Set(states())).toEqual(new Set(["accepted"]));
  expect(await meta(db, `receipt:${events.value[0]?.install_id}`)).toMatchObject({ seq: 120 });
  expect(await meta(db, "cursor")).toBe("c1");
});

test("a lost answer costs nothing: the same events again are duplicates", async () => {
  await houses(3);
  const door = server();
  const real = door.sync;
  let lost = 0;
  door.sync = async (install, rows, told) => {
    const answer = await real(install, rows, told);
    if (lost++ === 0) throw new Unreachable("reset");
    return answer;
  };
  await sync(db, door);
  expect(states()).toEqual(["queued", "queued", "queued"]);
  expect(syncFailure.value).toBeInstanceOf(Unreachable);
  await sync(db, door);
  expect(states()).toEqual(["accepted", "accepted", "accepted"]);
  expect(door.taken.size).toBe(3);
  expect(syncFailure.value).toBeNull();
});

test("413 halves the batch until it passes; nothing is lost or sent out of turn", async () => {
  await houses(40);
  const door = server();
  const real = door.sync;
  const order: number[] = [];
  door.sync = (install, rows, told) => {
    if (rows.length > 7) return Promise.reject(no(413));
    order.push(...rows.map((row) => row.seq));
    return real(install, rows, told);
  };
  await sync(db, door);
  expect(order).toEqual(Array.from({ length: 40 }, (_, place) => place + 1));
  expect(new Set(states())).toEqual(new Set(["accepted"]));
});

test("one event the server cannot read is set aside; the others arrive", async () => {
  await houses(9);
  const poison = events.value[4]?.event_id;
  const door = server();
  const real = door.sync;
  door.sync = (install, rows, told) => (rows.some((row: Recorded) => row.event_id === poison) ? Promise.reject(no(413)) : real(install, rows, told));
  await sync(db, door);
  expect(events.value.filter((row) => row.state === "rejected").map((row) => row.event_id)).toEqual([poison]);
  expect(states().filter((state) => state === "accepted")).toHaveLength(8);
});

test("signed out: everything stays queued and nothing is tried by itself", async () => {
  await houses(2);
  const door = server({ sync: () => Promise.reject(no(401)) });
  await sync(db, door);
  expect(states()).toEqual(["queued", "queued"]);
  expect(syncFailure.value).toMatchObject({ status: 401 });
});

test("a cloned phone gets a new installation and the same events arrive once", async () => {
  await houses(3);
  const first = events.value[0]?.install_id;
  const door = server();
  const real = door.sync;
  door.sync = (install, rows, told) =>
    install === first
      ? Promise.resolve({ server_time: "", results: rows.map(({ event_id }) => ({ event_id, status: "conflict" as const, reason_code: "seq_taken" })), receipt: { install_id: install, seq: 0, signature: "s" } })
      : real(install, rows, told);
  await sync(db, door);
  expect(states()).toEqual(["accepted", "accepted", "accepted"]);
  expect(events.value.map((row) => row.seq)).toEqual([1, 2, 3]);
  expect(events.value[0]?.install_id).not.toBe(first);
});

test("pages are followed to the end; a reset starts the list over; what is gone goes", async () => {
  const row = (id: string, gone = false) => ({ id, hamlet_id: TEAM, reference: id, adults_total: 1, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone });
  const pages: Pull[] = [
    { ...EMPTY, households: [row("a"), row("b")], cursor: "c1", more: true },
    { ...EMPTY, households: [row("c"), row("a", true)], cursor: "c2", more: false },
    { ...EMPTY, households: [row("z")], cursor: "c3", reset: true },
  ];
  const asked: (string | null)[] = [];
  const door = server({ pull: (cursor) => Promise.resolve((asked.push(cursor), pages[asked.length - 1] ?? EMPTY)) });
  await sync(db, door);
  expect((await db.getAllKeys("household")).sort()).toEqual(["b", "c"]);
  await sync(db, door);
  expect(await db.getAllKeys("household")).toEqual(["z"]);
  expect(asked).toEqual([null, "c1", "c2"]);
});
