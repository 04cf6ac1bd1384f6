/** One upload as it crosses the wire: visits packed, ids short, the whole signed and gzipped. */
import { askSync, type SyncRequest } from "./wire";
import { keyOf, proofOf, statement, steady, witnessed } from "./phone";
import { type Numbers, pack, rowOf, shortened } from "./packed";
import type { Recorded } from "./queue";
import type { NewEvent, SyncAnswer, VisitLogged } from "./shapes";
import { SESSION, stopwatch } from "./stopwatch";
import type { Walk } from "./store";

const APP_VERSION = "2";
const START = { seq: 0, ms: 0 };
const NO_NUMBERS: Numbers = new Map();

export interface Told {
  /** The highest number this installation has given. */
  last_seq: number;
  pending: number;
  wiped: boolean;
}
interface Now {
  wall: number;
  mono: number;
}

/** steady: one stopwatch speaks for all of them. past: the clock alone does. plain: more is to be said than fits. */
type Kind = "steady" | "past" | "plain";

function kindOf(row: Recorded, now: Now): Kind {
  if (!rowOf(row, START, NO_NUMBERS)) return "plain";
  if (steady(row, now)) return "steady";
  return witnessed(row, now) ? "plain" : "past";
}

export interface Parcel {
  plain: Recorded[];
  packed: Recorded[];
  kind: Kind;
}

/** As many of the rows, in their order, as go into one upload: of one installation; its visits of one team and one kind of time. */
export function parcelOf(rows: Recorded[], now: Now): Parcel {
  const parcel: Parcel = { plain: [], packed: [], kind: "plain" };
  for (const row of rows) {
    if (row.install_id !== rows[0]?.install_id) break;
    const kind = kindOf(row, now);
    const [first] = parcel.packed;
    if (kind === "plain") parcel.plain.push(row);
    else if (!first) Object.assign(parcel, { kind, packed: [row] });
    else if (kind === parcel.kind && (first.body as VisitLogged).team_id === (row.body as VisitLogged).team_id) parcel.packed.push(row);
    else break;
  }
  return parcel;
}

export const clockNow = (): Now => ({ wall: Date.now(), mono: stopwatch() });

export function wireOf(row: Recorded, numbers: Numbers, now: Now): NewEvent {
  const { event_id, seq, type, schema_version, device_time, session_id, device_mono, base_version } = row;
  return {
    event_id, seq, type, schema_version, device_time,
    ...(witnessed(row, now) && session_id !== undefined && device_mono !== undefined && { session_id, device_mono }),
    ...(base_version !== undefined && { base_version }),
    body: schema_version === 1 ? row.body : (shortened(row.body, numbers) as object),
  };
}

async function numbersOf(db: Walk): Promise<Numbers> {
  const [homes, adults] = await Promise.all([db.getAll("household"), db.getAll("adult")]);
  return new Map([...homes, ...adults].flatMap(({ id, no }) => (no === undefined ? [] : [[id, no] as const])));
}

/** How long the last upload took there and back. */
let rtt = 0;

/** What one parcel says, signed. Carried by another phone it comes at a time nobody knows: then no stopwatch speaks. */
export async function requestOf(db: Walk, install_id: string, { plain, packed, kind }: Parcel, told: Told, now: Now, carried = false): Promise<SyncRequest> {
  const [numbers, key] = await Promise.all([plain.length + packed.length ? numbersOf(db) : NO_NUMBERS, keyOf(db, install_id)]);
  const together = pack(packed, numbers);
  const watched = kind === "steady" && !carried ? { mono: packed[0]?.device_mono ?? 0 } : {};
  return {
    install_id,
    device_time: new Date(now.wall).toISOString(),
    events: plain.map((row) => wireOf(row, numbers, now)),
    ...(together && { packed: { ...together, ...watched } }),
    ...(!carried && { session_id: SESSION, device_mono: now.mono }),
    rtt_ms: rtt,
    app_version: APP_VERSION,
    brief: true,
    ...told,
    ...(key && (await proofOf(key, statement(install_id, now.wall, [...plain, ...packed])))),
  };
}

/** Sends one parcel; the answer speaks of each of its events. */
export async function upload(db: Walk, install_id: string, rows: Recorded[], told: Told): Promise<SyncAnswer> {
  const now = clockNow();
  const answer = await askSync(await requestOf(db, install_id, parcelOf(rows, now), told, now));
  rtt = Math.min(stopwatch() - now.mono, 600_000);
  return { ...answer, results: inFull(answer, rows) };
}

/** A brief answer names what was taken by ranges of numbers; here each event has its own again. */
function inFull({ results, accepted_seqs }: SyncAnswer, rows: Recorded[]): SyncAnswer["results"] {
  const said = new Set(results.map(({ event_id }) => event_id));
  const taken = rows.filter(({ event_id, seq }) => !said.has(event_id) && accepted_seqs?.some(([low, high]) => low <= seq && seq <= high));
  return [...results, ...taken.map(({ event_id }) => ({ event_id, status: "accepted" as const }))];
}
