import "fake-indexeddb/auto";
import { expect, test } from "vitest";
import { leave } from "../../src/outreach/leaving";
import { record } from "../../src/outreach/queue";
import { settle } from "../../src/outreach/settling";
import { nameOf, walk } from "../../src/outreach/store";

const ID = "0198c0de-0000-7000-8000-000000000001";
const house = { type: "household_added" as const, body: { team_id: ID, household_id: ID, hamlet_id: ID, reference: "Hộ 1", adults_total: null }, household_id: ID, title: "Hộ 1" };
const row = { id: ID, hamlet_id: ID, reference: "Hộ 1", adults_total: 1, do_not_contact: false, last_result: null, last_visited_at: null, revisit_at: null, visits: 0, gone: false };
const names = async () => (await indexedDB.databases()).map((one) => one.name);

test("signing out removes the list; what was not sent stays for its owner", async () => {
  const db = await walk("binh");
  await db.put("household", row);
  await db.put("meta", "c9", "cursor");
  const kept = await record(db, house);
  await leave("binh");
  expect(await (await walk("binh")).getAll("household")).toEqual([]);
  expect(await (await walk("binh")).get("meta", "cursor")).toBeUndefined();
  expect((await (await walk("binh")).getAll("event")).map((one) => one.event_id)).toEqual([kept.event_id]);

  await settle(await walk("binh"), [{ event_id: kept.event_id, status: "accepted" }], null);
  await leave("binh");
  expect(await names()).not.toContain(nameOf("binh"));
});

test("after a phone was stopped, what is left keeps its number and what comes gets a new one", async () => {
  const db = await walk("dao");
  const old = await record(db, house);
  await db.put("meta", { reason: null, at: 0 }, "revoked");
  await leave("dao");
  const fresh = await record(await walk("dao"), { ...house, body: { ...house.body, reference: "Hộ 2" } });
  expect([fresh.seq, fresh.install_id === old.install_id]).toEqual([1, false]);
  expect(await (await walk("dao")).get("event", old.event_id)).toEqual(old);
  expect(await (await walk("dao")).get("meta", "revoked")).toBeUndefined();
});

test("one person's walk is never another's", async () => {
  await record(await walk("an"), house);
  expect(await (await walk("chi")).getAll("event")).toEqual([]);
  expect((await (await walk("an")).getAll("event"))).toHaveLength(1);
});
