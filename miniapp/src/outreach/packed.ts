/** Visits in the short form of the wire (grammar: outreach/visits/rules/packing.py), and short numbers for ids.
 * A visit is packed only when nothing is lost: unpacked it must be, letter for letter, what was recorded. Pure. */
import { base64url, bytesOf } from "./bytes";
import type { AdultSeen, Assistance, Barrier, Consent, EventType, Result, SkillLevel, VisitLogged } from "./shapes";
import { msOf } from "./stopwatch";

export interface Spoken {
  event_id: string;
  seq: number;
  type: EventType;
  schema_version: number;
  device_time: string;
  body: object;
}
export interface Packed {
  seq: number;
  ms: number;
  team_id: string;
  mono?: number;
  rows: unknown[][];
}
/** Ids that the server has numbered. */
export type Numbers = ReadonlyMap<string, number>;

const RESULTS: Result[] = ["met", "nobody_home", "refused", "moved", "do_not_contact", "revisit"];
const CONSENTS: Consent[] = [null, true, false, "given_verbal", "given_signed", "declined"];
const KNOWS = [null, true, false];
const ASSISTANCE: (Assistance | null)[] = [null, "unaided", "verbal_prompt", "hands_on", "done_for"];
const LEVELS: SkillLevel[] = ["heard", "says_can", "with_help", "alone_observed", "done_for"];
const BARRIERS: Barrier[] = ["no_device", "no_network", "language", "eyesight", "no_vneid", "fear_scam", "no_need", "portal_error"];
/** S01 … S16, then B01 … B05: a letter each, from A. */
const LETTER = "A".charCodeAt(0);
const OWN_SKILLS = 16;
const CODE = /^(S(0[1-9]|1[0-6])|B0[1-5])$/;
const MINUTE = 60_000;
const VISIT_FIELDS = ["team_id", "visit_id", "household_id", "started_at", "ended_at", "result", "revisit_at", "consent", "adults"];

const whole = (value: number): boolean => Number.isInteger(value) && value >= 0;
const nameOf = (id: string, numbers: Numbers): number | string => numbers.get(id) ?? base64url(bytesOf(id));

/** One visit as a row after the one before it; null when the short form would lose something. */
export function rowOf(event: Spoken, before: { seq: number; ms: number }, numbers: Numbers): unknown[] | null {
  const visit = event.body as VisitLogged;
  const ms = msOf(event.event_id);
  if (event.type !== "visit_logged" || event.schema_version !== 2 || visit.visit_id !== event.event_id) return null;
  if (new Date(event.device_time).getTime() !== ms) return null;
  if (Object.entries(visit).some(([key, value]) => !VISIT_FIELDS.includes(key) && value != null)) return null;
  const [start, end] = [visit.started_at, visit.ended_at].map((at) => (ms - new Date(at).getTime()) / 1000) as [number, number];
  const revisit = visit.revisit_at ? (new Date(visit.revisit_at).getTime() - ms) / MINUTE : null;
  const known = [RESULTS.indexOf(visit.result), CONSENTS.indexOf(visit.consent ?? null)] as const;
  if (!whole(start) || !whole(end) || (revisit !== null && !whole(revisit)) || known.includes(-1)) return null;
  const adults = visit.adults.map((adult) => lookOf(adult, numbers));
  if (adults.includes(null)) return null;
  const rand = base64url(bytesOf(event.event_id).subarray(6));
  const row = [event.seq - before.seq, ms - before.ms, rand, nameOf(visit.household_id, numbers), start, end, ...known, adults];
  return revisit === null ? row : [...row, revisit];
}

function lookOf(adult: AdultSeen, numbers: Numbers): unknown[] | null {
  const [knows, help] = [KNOWS.indexOf(adult.knows ?? null), ASSISTANCE.indexOf(adult.assistance ?? null)];
  if (adult.skills.some(({ code, level }) => !CODE.test(code) || !LEVELS.includes(level))) return null;
  const skills = adult.skills.map(({ code, level }) => {
    const place = Number(code.slice(1)) - 1 + (code[0] === "B" ? OWN_SKILLS : 0);
    return String.fromCharCode(LETTER + place) + LEVELS.indexOf(level);
  });
  const barriers = adult.barriers.map((barrier) => BARRIERS.indexOf(barrier));
  if (knows < 0 || help < 0 || barriers.includes(-1)) return null;
  const more = [skills.join(""), barriers.join(""), adult.next_step ?? ""];
  while (more.length && more.at(-1) === "") more.pop();
  return [nameOf(adult.adult_id, numbers), Number(adult.met) + 2 * knows + 6 * help, ...more];
}

/** Visits of one team, in the order of their numbers and moments, as one packet; null when one does not fit it. */
export function pack(events: Spoken[], numbers: Numbers): Packed | null {
  const [first] = events;
  if (!first) return null;
  const start = { seq: first.seq, ms: msOf(first.event_id) };
  const { team_id } = first.body as VisitLogged;
  let before = start;
  const rows: unknown[][] = [];
  for (const event of events) {
    const row = (event.body as VisitLogged).team_id === team_id ? rowOf(event, before, numbers) : null;
    if (!row) return null;
    rows.push(row);
    before = { seq: event.seq, ms: msOf(event.event_id) };
  }
  return { ...start, team_id, rows };
}

const NAMED = new Set(["household_id", "from_household_id", "to_household_id", "winner_id", "loser_id", "adult_id", "adult_ids", "moves", "keep", "drop"]);

/** A body with short numbers where the server has given them; the content stays the same. */
export function shortened(value: unknown, numbers: Numbers, key = ""): unknown {
  if (typeof value === "string") return NAMED.has(key) ? (numbers.get(value) ?? value) : value;
  if (Array.isArray(value)) return value.map((one) => shortened(one, numbers, key));
  if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shortened(one, numbers, name)]));
  return value;
}
