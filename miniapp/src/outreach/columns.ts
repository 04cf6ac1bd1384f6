/** The pulled list in columns (outreach/registry/contracts/columns.py) as the rows the phone keeps. Pure. */
import { fromBase64url, idOf } from "./bytes";
import type { PulledAdult, PulledHousehold, Team } from "./pulled";

export interface Columns {
  team: Team;
  since: string;
  results: string[];
  households: {
    no: number[];
    hamlet: number[];
    reference: string[];
    adults_total: (number | null)[];
    version: number[];
    visits: number[];
    result: number[];
    visited: (number | null)[];
    revisit: (number | null)[];
    do_not_contact: number[];
    adults: number[];
    gone: number[];
    id?: string[] | null;
  };
  adults: { no: number[]; label: string[]; birth_year: (number | null)[]; sex: number[]; state: number[]; version: number[]; id?: string[] | null };
  skills: { code: string; name: string; national: boolean }[];
  cursor: string;
  more: boolean;
  reset: boolean;
  warning?: string | null;
  ids?: { step: number[]; rest: string } | null;
}
export interface Listed {
  households: PulledHousehold[];
  adults: PulledAdult[];
  /** Numbers of households to drop, with their adults. */
  gone: number[];
}

const SEXES = [null, "female", "male", "other"];
const KNOWS = [null, true, false];
const DAY = 86_400_000;
const MINUTE = 60_000;
/** A day without an hour is kept as its noon, so that it is that day in every zone. */
const NOON = DAY / 2;

/** Ids in as many bits as they hold (ShortIds), one after another. */
function shortIds({ step, rest }: { step: number[]; rest: string }): () => string {
  const bytes = fromBase64url(rest);
  let place = 0;
  let at = 0;
  return () => {
    const jump = step[place];
    const of = bytes.subarray(9 * place, 9 * place + 9);
    if (jump === undefined || of.length < 9) throw new Error("a row without its id");
    place += 1;
    at += Math.floor(jump / 4);
    const [second = 0, ...last] = of;
    const halves = last.pop() ?? 0;
    const time = Array.from({ length: 6 }, (_, index) => Math.floor(at / 256 ** (5 - index)) % 256);
    return idOf(Uint8Array.from([...time, 0x70 | (halves >> 4), second, 0x80 | (((jump % 4) + 4) % 4 << 4) | (halves & 15), ...last]));
  };
}

/** A lost id makes a row unusable, and the page with it: nothing is put on the list under a wrong name. */
function idAt(ids: string[] | null | undefined, place: number): string {
  const letters = ids?.[place];
  if (!letters) throw new Error("a row without its id");
  return idOf(fromBase64url(letters));
}

export function listed({ team, since, results, households: homes, adults: people, ids }: Columns): Listed {
  const next = ids && shortIds(ids);
  const first = Date.parse(`${since}T00:00:00+07:00`);
  const at = (ms: number | null | undefined): string | null => (ms == null ? null : new Date(first + ms).toISOString());
  const closed = new Set(homes.do_not_contact);
  const households: PulledHousehold[] = [];
  const adults: PulledAdult[] = [];
  let no = 0;
  let person = 0;
  let number = 0;
  homes.no.forEach((step, place) => {
    no += step;
    const id = next?.() ?? idAt(homes.id, place);
    const visited = homes.visited[place];
    const revisit = homes.revisit[place];
    households.push({
      id,
      no,
      version: homes.version[place] ?? 0,
      hamlet_id: team.hamlets[homes.hamlet[place] ?? -1]?.id ?? "",
      reference: homes.reference[place] ?? "",
      adults_total: homes.adults_total[place] ?? null,
      do_not_contact: closed.has(place),
      last_result: results[homes.result[place] ?? -1] ?? null,
      last_visited_at: at(visited == null ? null : visited * DAY + NOON),
      revisit_at: at(revisit == null ? null : revisit * MINUTE),
      visits: homes.visits[place] ?? 0,
      gone: false,
    });
    for (const end = person + (homes.adults[place] ?? 0); person < end; person += 1) {
      number += people.no[person] ?? 0;
      const state = people.state[person] ?? 0;
      adults.push({
        id: next?.() ?? idAt(people.id, person),
        no: number,
        version: people.version[person] ?? 0,
        household_id: id,
        label: people.label[person] ?? "",
        birth_year: people.birth_year[person] ?? null,
        sex: SEXES[people.sex[person] ?? 0] ?? null,
        knows: KNOWS[state % 3] ?? null,
        assessed: Math.floor(state / 3) % 2 === 1,
        can: state >= 6,
        gone: false,
      });
    }
  });
  return { households, adults, gone: homes.gone };
}
