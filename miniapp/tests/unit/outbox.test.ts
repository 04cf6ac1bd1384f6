import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item, Kind, Outcome } from "../../src/offline/outbox";

const kind = vi.hoisted(() => ({ send: vi.fn(), fix: () => "/p/moi" }));
vi.mock("../../src/offline/kinds", () => ({
  kinds: { report: () => Promise.resolve(kind as unknown as Kind), sos: () => Promise.resolve(kind as unknown as Kind) },
}));

type Outbox = typeof import("../../src/offline/outbox");
let box: Outbox;

const one = (id: string) => ({ id, kind: "report" as const, title: "Đường hỏng", body: { a: 1 }, photos: [] });
const answer = (make: (item: Item) => Outcome) => kind.send.mockImplementation((items: Item[]) => Promise.resolve(items.map(make)));
const settled = async () => {
  await vi.waitFor(() => expect(box.sending.value).toBe(false));
  await box.flush();
};

beforeEach(async () => {
  vi.resetModules();
  kind.send.mockReset();
  vi.stubGlobal("indexedDB", new IDBFactory());
  box = await import("../../src/offline/outbox");
});

test("what is accepted leaves the phone, once", async () => {
  answer((item) => ({ id: item.id, state: "sent", said: "xong" }));
  await Promise.all([box.put(one("a")), box.put(one("b"))]);
  await settled();
  await box.flush(true);
  const sent = kind.send.mock.calls.flatMap(([items]) => (items as Item[]).map((item) => item.id));
  expect(sent.sort()).toEqual(["a", "b"]);
  expect(box.items.value).toEqual([]);
  expect(box.arrived.value?.said).toBe("xong");
});

test("a call for help goes ahead of everything that waits longer", async () => {
  answer((item) => ({ id: item.id, state: "later", reachable: false }));
  await box.put(one("a"));
  await settled();
  await box.put({ ...one("b"), kind: "sos" });
  await settled();
  await vi.waitFor(async () => {
    kind.send.mockClear();
    await box.flush(true);
    expect(kind.send.mock.calls.map(([items]) => (items as Item[])[0]?.kind)).toEqual(["sos", "report"]);
  });
});

test("two flushes at a time send nothing twice", async () => {
  let free: () => void = () => undefined;
  kind.send.mockImplementation(async (items: Item[]) => {
    await new Promise<void>((resolve) => (free = resolve));
    return items.map((item) => ({ id: item.id, state: "sent", said: "" }));
  });
  await box.put(one("a"));
  const both = [box.flush(), box.flush()];
  await vi.waitFor(() => expect(kind.send).toHaveBeenCalledTimes(1));
  free();
  await Promise.all(both);
  await box.flush();
  expect(kind.send).toHaveBeenCalledTimes(1);
});

test("a refusal stays with its reason and is not sent again by itself", async () => {
  const refusal = { status: 422, title: "Sai", detail: "Thiếu loại việc", fields: [{ field: "category_code", message: "?" }] };
  answer((item) => ({ id: item.id, state: "rejected", refusal }));
  await box.put(one("a"));
  await settled();
  await box.flush();
  expect(kind.send).toHaveBeenCalledTimes(1);
  expect(box.items.value[0]).toMatchObject({ state: "rejected", refusal });
  // Corrected: same id, queued again.
  answer((item) => ({ id: item.id, state: "sent", said: "" }));
  await box.put({ ...one("a"), body: { a: 2 } });
  await settled();
  expect(box.items.value).toEqual([]);
  expect((kind.send.mock.lastCall?.[0] as Item[])[0]).toMatchObject({ id: "a", body: { a: 2 } });
});

test("an unreachable server means waiting longer each time, and the page may die meanwhile", async () => {
  answer((item) => ({ id: item.id, state: "later", reachable: false }));
  await box.put({ ...one("a"), photos: [{ position: 0, blob: new Blob(["x"]), sent: false }] });
  await settled();
  const kept = box.items.value[0];
  expect(kept).toMatchObject({ state: "queued", tries: 1 });
  expect(kept?.next_at).toBeGreaterThan(Date.now());
  vi.resetModules();
  const later: Outbox = await import("../../src/offline/outbox");
  answer((item) => ({ id: item.id, state: "sent", said: "" }));
  // Coming back to the page forgets the waiting time.
  await later.start();
  await vi.waitFor(() => expect(later.items.value).toEqual([]));
  expect((kind.send.mock.lastCall?.[0] as Item[])[0]?.photos).toHaveLength(1);
});

test("offline nothing is tried; online everything is", async () => {
  vi.stubGlobal("navigator", Object.create(navigator, { onLine: { value: false } }));
  answer((item) => ({ id: item.id, state: "sent", said: "" }));
  await box.put(one("a"));
  await settled();
  expect(kind.send).not.toHaveBeenCalled();
  expect(box.items.value).toHaveLength(1);
  vi.unstubAllGlobals();
  await box.flush();
  expect(box.items.value).toEqual([]);
});

test("waits grow from 5 s to 10 min, with some chance", () => {
  expect(box.wait(1, 0.5)).toBe(5_000);
  expect(box.wait(2, 0.5)).toBe(10_000);
  expect(box.wait(30, 0.5)).toBe(600_000);
  expect(box.wait(1, 0)).toBeLessThan(box.wait(1, 1));
});

test("only final refusals are refusals", () => {
  expect([400, 403, 404, 409, 410, 413, 415, 422].every(box.isRefusal)).toBe(true);
  expect([200, 401, 408, 425, 429, 500, 503].some(box.isRefusal)).toBe(false);
});
