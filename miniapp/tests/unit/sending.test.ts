import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, test, vi } from "vitest";
import type { Item } from "../../src/offline/outbox";

const RECEIPT = { id: "r1", code: "PA-1", tracking_key: "key", state: "received", received_at: "2026-11-22T10:00:00Z", due_at: null, warnings: [] };
const calls: { method: string; path: string; key: string | null; size: number }[] = [];
let answers: ((path: string) => Response)[] = [];

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const problem = (status: number) => json({ type: "/problems/invalid", title: "Sai", status, errors: [{ field: "category_code", message: "?" }] }, status);

const item = (photos: number): Item => ({
  id: "r1",
  kind: "report",
  title: "Rác",
  body: { id: "r1" },
  photos: Array.from({ length: photos }, (_, position) => ({ position, blob: new Blob(["jpeg"], { type: "image/jpeg" }), sent: false })),
  created_at: "2026-11-22T10:00:00Z",
  tries: 0,
  next_at: 0,
  state: "queued",
  refusal: null,
});

beforeEach(() => {
  vi.resetModules();
  vi.stubGlobal("indexedDB", new IDBFactory());
  calls.length = 0;
  answers = [];
  vi.stubGlobal("fetch", async (request: Request) => {
    const path = new URL(request.url).pathname;
    calls.push({ method: request.method, path, key: request.headers.get("X-Tracking-Key"), size: (await request.clone().arrayBuffer()).byteLength });
    const next = answers.shift();
    if (!next) throw new TypeError("no network");
    return next(path);
  });
});

async function send(one: Item) {
  const { reportKind } = await import("../../src/reports/sending");
  const saved: Item[] = [];
  const [outcome] = await reportKind.send([one], (next) => {
    saved.push(next);
    return Promise.resolve();
  });
  return { outcome, saved };
}

test("the report first, then each photo with the key it gave", async () => {
  answers = [() => json(RECEIPT, 201), () => json({}), () => json({})];
  const { outcome } = await send(item(2));
  expect(outcome).toMatchObject({ id: "r1", state: "sent" });
  expect(calls.map(({ method, path, key }) => [method, path, key])).toEqual([
    ["POST", "/v1/reports", null],
    ["PUT", "/v1/reports/r1/photos/0", "key"],
    ["PUT", "/v1/reports/r1/photos/1", "key"],
  ]);
  expect(calls[1]?.size).toBe(4);
});

test("cut off between two photos, only the missing one goes later, and the report is not posted again", async () => {
  answers = [() => json(RECEIPT, 201), () => json({})];
  const first = await send(item(2));
  expect(first.outcome).toEqual({ id: "r1", state: "later", reachable: false });
  const left = first.saved.at(-1);
  expect(left?.photos.map((photo) => photo.sent)).toEqual([true, false]);
  calls.length = 0;
  answers = [() => json({})];
  const second = await send(left as Item);
  expect(second.outcome?.state).toBe("sent");
  expect(calls.map((call) => call.path)).toEqual(["/v1/reports/r1/photos/1"]);
});

test("the answer lost: the same id is posted again, and the first answer taken", async () => {
  expect((await send(item(0))).outcome?.state).toBe("later");
  answers = [() => json(RECEIPT, 200)];
  expect((await send(item(0))).outcome?.state).toBe("sent");
  const { loadTracked } = await import("../../src/reports/tracked");
  expect(await loadTracked()).toHaveLength(1);
});

test.each([422, 409, 413])("%i is a refusal with its reason; nothing else is tried", async (status) => {
  answers = [() => problem(status)];
  const { outcome } = await send(item(1));
  expect(outcome).toMatchObject({ state: "rejected", refusal: { status, title: "Sai", fields: [{ field: "category_code" }] } });
  expect(calls).toHaveLength(1);
});

test.each([429, 503, 500])("%i waits", async (status) => {
  answers = [() => problem(status)];
  expect((await send(item(1))).outcome?.state).toBe("later");
});
