/** What the volunteer sees: the pulled list with everything recorded here since laid over it. Pure. */
import { lay } from "./lay";
import type { PulledAdult, PulledHousehold, Team } from "./pulled";
import type { Recorded } from "./queue";

export interface Adult {
  id: string;
  /** The server's short number, once it has given one. */
  no: number | null;
  /** Upon which an edit is made. */
  version: number | null;
  label: string;
  birth_year: number | null;
  sex: string | null;
  knows: boolean | null;
  assessed: boolean;
  can: boolean;
}
export interface Household {
  id: string;
  no: number | null;
  version: number | null;
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

const laid = (row: Recorded): boolean => !row.pulled && (row.state === "queued" || row.state === "held" || row.state === "accepted");

export function fold(team: Team | null, households: PulledHousehold[], adults: PulledAdult[], rows: Recorded[]): Household[] {
  const hamlets = new Map(team?.hamlets.map((hamlet) => [hamlet.id, hamlet.name]));
  const homes = new Map<string, Household>();
  const people = new Map<string, { adult: Adult; home: string }>();
  for (const house of households) {
    if (house.gone) continue;
    homes.set(house.id, { no: null, version: null, ...house, hamlet: hamlets.get(house.hamlet_id) ?? "", adults: [], pending: 0 });
  }
  for (const { household_id, label, gone, ...rest } of adults) {
    if (!gone) people.set(rest.id, { adult: { no: null, version: null, ...rest, label: label ?? "" }, home: household_id });
  }
  for (const row of rows) {
    if (!laid(row)) continue;
    lay(row.type, row.body, { homes, people, hamlets });
    const home = homes.get(row.household_id);
    if (home && row.state === "queued") homes.set(home.id, { ...home, pending: home.pending + 1 });
  }
  for (const { adult, home } of people.values()) homes.get(home)?.adults.push(adult);
  for (const home of homes.values()) home.adults.sort((a, b) => (a.id < b.id ? -1 : 1));
  return [...homes.values()].sort((a, b) => a.hamlet.localeCompare(b.hamlet, "vi", { numeric: true }) || a.reference.localeCompare(b.reference, "vi", { numeric: true }));
}
