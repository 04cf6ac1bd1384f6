/** Hard case 24: 25 drafts with photos, clock wrong by 2 days, airplane mode for 3 days, app killed mid-upload →
 * each arrives exactly once, in order, true times = server-corrected and original both kept. The server's half:
 * tests/reports/test_intake_cases.py and tests/photos/test_pieces.py. */
import { IDBFactory } from "fake-indexeddb";
import { afterEach, expect, test, vi } from "vitest";
import { PIECE } from "../../src/reports/photo-upload";

const DAY = 86_400_000;
const SIZE = PIECE + 5_000;
/** When the person was there, by a right clock. */
const THERE = Date.parse("2026-11-20T05:00:00Z");

interface Report {
  id: string;
  happened_at: string;
  sent_at: string;
}

/** The server: takes a report once under its id, a photo whole or in pieces. The app is killed at its n-th request. */
class Server {
  made: { report: Report; at: number }[] = [];
  photos = new Map<string, number>();
  taken: string[] = [];
  asked: string[] = [];
  killed = Infinity;

  constructor(readonly trueNow: () => number) {}

  readonly fetch = async (request: Request): Promise<Response> => {
    const last = this.asked.length + 1 >= this.killed;
    const told = await this.answer(request, last);
    // What had arrived whole is done; the app that asked is dead and never hears of it.
    return last ? new Promise(() => undefined) : told;
  };

  private async answer(request: Request, cut: boolean): Promise<Response> {
    const url = new URL(request.url);
    const bytes = (await request.clone().arrayBuffer()).byteLength;
    this.asked.push([request.method, url.pathname.replace("/v1/reports/", ""), url.searchParams.get("offset") ?? ""].join(" ").trim());
    const [, , , id = "", , position = ""] = url.pathname.split("/");
    if (request.method === "POST") {
      const report = (await request.json()) as Report;
      const known = this.made.some((one) => one.report.id === report.id);
      if (!known) this.made.push({ report, at: this.trueNow() });
      return json({ id: report.id, code: "PA", tracking_key: "key", state: "received", received_at: "", due_at: null, warnings: [] }, known ? 200 : 201);
    }
    const name = `${id}/${position}`;
    const here = this.photos.get(name) ?? 0;
    if (request.method === "PUT" && !cut) this.put(name, bytes);
    if (request.method === "PATCH" && Number(url.searchParams.get("offset")) === here) this.put(name, here + bytes);
    const offset = this.photos.get(name) ?? 0;
    return json({ offset, whole: offset === SIZE });
  }

  private put(name: string, size: number): void {
    if (this.photos.get(name) !== SIZE && size === SIZE) this.taken.push(name);
    this.photos.set(name, size);
  }
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } });
const opened = async () => ({ box: await import("../../src/offline/outbox"), ids: await import("../../src/offline/uuid7") });

/** Values are kept as a browser keeps them; happy-dom's photos, which cannot be copied, as themselves. */
function copied(value: unknown): unknown {
  if (value instanceof Blob || value === null || typeof value !== "object") return value;
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, copied(one)]));
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("hard case 24: each of 25 drafts arrives once, in order, with both times", async () => {
  // Only the calendar is moved: this phone's is two days ahead.
  vi.useFakeTimers({ toFake: ["Date"] });
  const phoneAt = (truth: number) => vi.setSystemTime(truth + 2 * DAY);
  let truth = THERE;
  const server = new Server(() => truth);
  vi.stubGlobal("indexedDB", new IDBFactory());
  vi.stubGlobal("structuredClone", copied);
  vi.stubGlobal("fetch", server.fetch);
  vi.stubGlobal("navigator", Object.create(navigator, { onLine: { value: false, configurable: true }, locks: { value: undefined } }));
  vi.resetModules();
  let { box, ids } = await opened();
  const drafts: Report[] = [];
  for (let n = 0; n < 25; n += 1) {
    truth = THERE + n * 60_000;
    phoneAt(truth);
    const draft = { id: ids.uuid7(), happened_at: new Date().toISOString(), sent_at: "" };
    drafts.push(draft);
    const photos = [0, 1].map((position) => ({ position, blob: new Blob([new Uint8Array(SIZE)], { type: "image/jpeg" }), sent: false }));
    await box.put({ id: draft.id, kind: "report", title: `Điểm ngập số ${n}`, body: draft, photos });
  }
  // Three days in airplane mode: nothing is tried, and the page is closed meanwhile.
  truth = THERE + 3 * DAY;
  phoneAt(truth);
  await box.flush(true);
  expect(server.asked).toEqual([]);
  vi.stubGlobal("navigator", Object.create(navigator, { onLine: { value: true }, locks: { value: undefined } }));

  // Killed while the second report is posted, while a photo of the third is sent, and in the middle of its pieces.
  for (const killed of [4, 9, 11]) {
    vi.resetModules();
    ({ box, ids } = await opened());
    server.killed = killed;
    void box.start();
    await vi.waitFor(() => expect(server.asked).toHaveLength(killed), 5_000);
    server.killed = Infinity;
    // The lease of a killed app ends within a minute.
    truth += 61_000;
    phoneAt(truth);
  }
  vi.resetModules();
  ({ box, ids } = await opened());
  await box.start();
  await vi.waitFor(() => expect(box.items.value).toEqual([]), 5_000);

  expect(server.made.map((one) => one.report.id)).toEqual(drafts.map((one) => one.id));
  expect(server.taken).toEqual(drafts.flatMap((one) => [`${one.id}/0`, `${one.id}/1`]));
  const broken = `${drafts[2]?.id}/photos/0`;
  expect(server.asked.filter((one) => one.includes(broken))).toEqual([
    `PUT ${broken}`,
    `GET ${broken}/pieces`,
    `PATCH ${broken}/pieces 0`,
    `GET ${broken}/pieces`,
    `PATCH ${broken}/pieces ${PIECE}`,
  ]);
  expect(server.asked.filter((one) => one.startsWith("POST"))).toHaveLength(26);
  server.made.forEach(({ report, at }, n) => {
    expect(report.happened_at).toBe(drafts[n]?.happened_at);
    // What the server makes of it: what the phone's clock shows now says by how much it is wrong.
    const moment = at - Date.parse(report.sent_at) + Date.parse(report.happened_at);
    expect(Math.abs(moment - (THERE + n * 60_000))).toBeLessThan(5_000);
  });
});
