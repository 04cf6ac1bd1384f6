/** What each kind of event does to the list as the phone shows it, before the server's own list says so. Pure. */
import type { Adult, Household } from "./fold";
import type { AdultSeen, Bodies, EventType, VisitLogged } from "./shapes";

export interface Laid {
  homes: Map<string, Household>;
  people: Map<string, { adult: Adult; home: string }>;
  hamlets: Map<string, string>;
}
type Lay<T extends EventType> = (body: Bodies[T], laid: Laid) => void;

/** The skills of which one, done alone before the volunteer's eyes, makes an adult able. */
const COUNTED = ["S04", "S05", "S07", "S08", "S09", "S10", "S11", "B01"];

const newHome = (laid: Laid, id: string, hamlet_id: string, reference: string, adults_total: number | null): void => {
  if (laid.homes.has(id)) return;
  laid.homes.set(id, {
    id, no: null, version: null, hamlet_id, hamlet: laid.hamlets.get(hamlet_id) ?? "", reference, adults_total, do_not_contact: false,
    last_result: null, last_visited_at: null, revisit_at: null, visits: 0, adults: [], pending: 0,
  });
};

const putHome = (laid: Laid, id: string, part: Partial<Household>): void => {
  const home = laid.homes.get(id);
  if (home) laid.homes.set(id, { ...home, ...part });
};

function rehouse(laid: Laid, adult_id: string, home: string): void {
  const known = laid.people.get(adult_id);
  if (known) laid.people.set(adult_id, { ...known, home });
}

function said<T extends object, K extends keyof T>(body: T, ...keys: K[]): Partial<T> {
  return Object.fromEntries(keys.filter((key) => body[key] !== undefined).map((key) => [key, body[key]])) as unknown as Partial<T>;
}

const LAY: { [T in EventType]: Lay<T> } = {
  household_added: (body, laid) => newHome(laid, body.household_id, body.hamlet_id, body.reference, body.adults_total),
  household_changed: (body, laid) => {
    if (body.closed) laid.homes.delete(body.household_id);
    else putHome(laid, body.household_id, said(body, "reference", "adults_total"));
  },
  household_removed: (body, laid) => void laid.homes.delete(body.household_id),
  // What was removed is not on the phone any more: the server sends it again.
  household_restored: () => undefined,
  household_split: (body, laid) => {
    newHome(laid, body.household_id, body.hamlet_id, body.reference, body.adult_ids.length);
    for (const adult of body.adult_ids) rehouse(laid, adult, body.household_id);
  },
  household_moved: (body, laid) => {
    const hamlet = laid.hamlets.get(body.hamlet_id);
    if (hamlet === undefined) laid.homes.delete(body.household_id);
    else putHome(laid, body.household_id, { hamlet_id: body.hamlet_id, hamlet });
  },
  household_merged: (body, laid) => {
    for (const { drop } of body.same) laid.people.delete(drop);
    for (const adult of body.moves) rehouse(laid, adult, body.winner_id);
    laid.homes.delete(body.loser_id);
  },
  adult_added: ({ adult_id, household_id, label, birth_year = null, sex = null }, { people }) => {
    const adult = { id: adult_id, no: null, version: null, label, birth_year, sex, knows: null, assessed: false, can: false };
    if (!people.has(adult_id)) people.set(adult_id, { adult, home: household_id });
  },
  adult_changed: (body, { people }) => {
    const known = people.get(body.adult_id);
    if (!known) return;
    if (body.consent === false || body.left_on) people.delete(body.adult_id);
    else people.set(body.adult_id, { ...known, adult: { ...known.adult, ...said(body, "label", "birth_year", "sex") } });
  },
  adult_moved: (body, laid) => {
    if (body.kind !== "temporary") rehouse(laid, body.adult_id, body.to_household_id);
  },
  adult_merged: (body, { people }) => void people.delete(body.loser_id),
  // Who is undone comes back with the server's list.
  merge_undone: () => undefined,
  visit_logged: (body, laid) => layVisit(body, laid),
  // What was said anew is judged by the server, which knows what came before it.
  visit_corrected: () => undefined,
  consent_withdrawn: (body, { people }) => {
    if (body.scope !== "person") return;
    for (const [id, one] of people) if (id === body.adult_id || (body.adult_id === undefined && one.home === body.household_id)) people.delete(id);
  },
};

/** One event over the list. */
export const lay = <T extends EventType>(type: T, body: Bodies[T], laid: Laid): void => LAY[type](body, laid);

function layVisit(visit: VisitLogged, laid: Laid): void {
  const home = laid.homes.get(visit.household_id);
  putHome(laid, visit.household_id, {
    visits: (home?.visits ?? 0) + 1,
    last_result: visit.result,
    last_visited_at: visit.started_at,
    revisit_at: visit.revisit_at,
    do_not_contact: home?.do_not_contact || visit.result === "do_not_contact",
  });
  for (const seen of visit.adults) {
    const known = laid.people.get(seen.adult_id);
    if (known && seen.met) laid.people.set(seen.adult_id, { ...known, adult: judged(known.adult, seen) });
  }
}

/** The same rule as the server's: alone, observed, without help; knowing and able are of one person. */
function judged(adult: Adult, seen: AdultSeen): Adult {
  const knows = seen.knows ?? adult.knows;
  const tried = seen.skills.length > 0;
  const alone = seen.skills.some(({ code, level }) => level === "alone_observed" && COUNTED.includes(code)) && (seen.assistance ?? "unaided") === "unaided";
  const can = alone || (adult.can && !seen.skills.some(({ code }) => COUNTED.includes(code)));
  return { ...adult, knows, can, assessed: knows === false || (knows === true && (tried || adult.assessed)) };
}
