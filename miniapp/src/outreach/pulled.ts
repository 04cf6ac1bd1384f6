/** The pulled list as the server sends it. */
export interface PulledHousehold {
  id: string;
  /** Short number and version: absent in a list that an older app kept. */
  no?: number;
  version?: number;
  hamlet_id: string;
  reference: string;
  adults_total: number | null;
  do_not_contact: boolean;
  last_result: string | null;
  last_visited_at: string | null;
  revisit_at: string | null;
  visits: number;
  gone: boolean;
}
export interface PulledAdult {
  id: string;
  no?: number;
  version?: number;
  household_id: string;
  label: string | null;
  birth_year: number | null;
  sex: string | null;
  knows: boolean | null;
  assessed: boolean;
  can: boolean;
  gone: boolean;
}
export interface Team {
  id: string;
  name: string;
  commune_code: string;
  hamlets: { id: string; name: string }[];
}
export interface Pull {
  team: Team;
  households: PulledHousehold[];
  adults: PulledAdult[];
  skills: { code: string; name: string; national: boolean }[];
  /** Numbers of households to drop. */
  gone?: number[];
  cursor: string;
  more: boolean;
  reset: boolean;
  /** The area is larger than a phone carries well. */
  warning?: string | null;
}
export interface NextDoor {
  household_id: string;
  reference: string;
  hamlet: string;
  reason: string;
  score: number;
  last_result: string | null;
  last_visit_on: string | null;
  revisit_at: string | null;
  adults_total: number;
  adults_assessed: number;
  /** Who goes there this evening; doors of others are not in the list. */
  lease?: { mine: boolean; until: string } | null;
}
