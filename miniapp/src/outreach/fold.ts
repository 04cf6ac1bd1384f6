/** What the volunteer sees: the pulled list with everything recorded here since laid over it. Pure. */
import type { PulledAdult, PulledHousehold, Team } from "./pulled";
import type { Recorded } from "./queue";
import type { AdultAdded, AdultChanged, AdultSeen, HouseholdAdded, HouseholdChanged, VisitLogged } from "./shapes";

export interface Adult {
  id: string;
  label: string;
  birth_year: number | null;
  sex: string | null;
  knows: boolean | null;
  assessed: boolean;
  can: boolean;
}
export interface Household {
  id: string;
  hamlet_id: string;
  hamlet: string;
  reference: string;
  adults_total: number | null;
  do_not_contact: boolean;
  last_result: string | null;
  last_visited_at: string | null;
  revisit_at: string | null;
  visits: number;
  adults: Adult[];
  /** Events of this house still on the phone only. */
  pending: number;
}

/** The skills of which one, done alone before the volunteer's eyes, makes an adult able. */
const COUNTED = ["S04", "S05", "S07", "S08", "S09", "S10", "S11", "B01"];

const laid = (row: Recorded): boolean => !row.pulled && (row.state === "queued" || row.state === "held" || row.state === "accepted");

export function fold(team: Team | null, households: PulledHousehold[], adults: PulledAdult[], rows: Recorded[]): Household[] {
  const hamlets = new Map(team?.hamlets.map((hamlet) => [hamlet.id, hamlet.name]));
  const homes = new Map<string, Household>();
  const people = new Map<string, { adult: Adult; home: string }>();
  for (const house of households) {
    if (house.gone) continue;
    homes.set(house.id, { ...house, hamlet: hamlets.get(house.hamlet_id) ?? "", adults: [], pending: 0 });
  }
  for (const { household_id, label, gone, ...rest } of adults) {
    if (!gone) people.set(rest.id, { adult: { ...rest, label: label ?? "" }, home: household_id });
  }
  for (const row of rows) {
    if (!laid(row)) continue;
    lay(row, homes, people, hamlets);
    const home = homes.get(row.household_id);
    if (home && row.state === "queued") homes.set(home.id, { ...home, pending: home.pending + 1 });
  }
  for (const { adult, home } of people.values()) homes.get(home)?.adults.push(adult);
  for (const home of homes.values()) home.adults.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...homes.values()].sort((a, b) => a.hamlet.localeCompare(b.hamlet, "vi", { numeric: true }) || a.reference.localeCompare(b.reference, "vi", { numeric: true }));
}

type People = Map<string, { adult: Adult; home: string }>;

function lay(row: Recorded, homes: Map<string, Household>, people: People, hamlets: Map<string, string>): void {
  if (row.type === "household_added") {
    const { household_id, hamlet_id, reference, adults_total } = row.body as HouseholdAdded;
    if (homes.has(household_id)) return;
    homes.set(household_id, {
      id: household_id, hamlet_id, hamlet: hamlets.get(hamlet_id) ?? "", reference, adults_total, do_not_contact: false,
      last_result: null, last_visited_at: null, revisit_at: null, visits: 0, adults: [], pending: 0,
    });
  } else if (row.type === "household_changed") {
    const { household_id, reference, adults_total, closed } = row.body as HouseholdChanged;
    const home = homes.get(household_id);
    if (!home) return;
    if (closed) homes.delete(household_id);
    else homes.set(household_id, { ...home, ...(reference !== undefined && { reference }), ...(adults_total !== undefined && { adults_total }) });
  } else if (row.type === "adult_added") {
    const { adult_id, household_id, label, birth_year = null, sex = null } = row.body as AdultAdded;
    if (!people.has(adult_id)) people.set(adult_id, { adult: { id: adult_id, label, birth_year, sex, knows: null, assessed: false, can: false }, home: household_id });
  } else if (row.type === "adult_changed") {
    const { adult_id, consent, left_on, label, birth_year, sex } = row.body as AdultChanged;
    const known = people.get(adult_id);
    if (!known) return;
    if (consent === false || left_on) people.delete(adult_id);
    else
      people.set(adult_id, {
        ...known,
        adult: { ...known.adult, ...(label !== undefined && { label }), ...(birth_year !== undefined && { birth_year }), ...(sex !== undefined && { sex }) },
      });
  } else layVisit(row.body as VisitLogged, homes, people);
}

function layVisit(visit: VisitLogged, homes: Map<string, Household>, people: People): void {
  const home = homes.get(visit.household_id);
  if (home)
    homes.set(home.id, {
      ...home,
      visits: home.visits + 1,
      last_result: visit.result,
      last_visited_at: visit.started_at,
      revisit_at: visit.revisit_at,
      do_not_contact: home.do_not_contact || visit.result === "do_not_contact",
    });
  for (const seen of visit.adults) {
    const known = people.get(seen.adult_id);
    if (known && seen.met) people.set(seen.adult_id, { ...known, adult: judged(known.adult, seen) });
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
