/** Which doors tonight, and which are done. Pure. */
import { isoDay } from "../ui/words";
import type { Household } from "./fold";
import type { NextDoor } from "./pulled";

const DAY = 86_400_000;

const visitedToday = (home: Household, now: number = Date.now()): boolean =>
  home.last_visited_at !== null && isoDay(home.last_visited_at) === isoDay(now);

export interface Door {
  home: Household;
  reason: string | null;
  due: boolean;
}

/** Tonight: the server's order while there is one, else the promised, the never visited, the not met. */
export function doors(homes: Household[], tonight: NextDoor[] | null, now: number = Date.now()): { next: Door[]; done: Household[] } {
  const done = homes.filter((home) => visitedToday(home, now));
  const open = new Map(homes.filter((home) => !home.do_not_contact && !visitedToday(home, now)).map((home) => [home.id, home]));
  const due = (home: Household) => home.revisit_at !== null && isoDay(home.revisit_at) <= isoDay(now);
  const next: Door[] = [];
  const add = (home: Household | undefined, reason: string | null) => {
    if (!home || !open.delete(home.id)) return;
    next.push({ home, reason, due: due(home) });
  };
  for (const line of tonight ?? []) add(open.get(line.household_id), line.reason);
  for (const home of homes) if (home.pending > 0 && home.visits === 0) add(home, null);
  if (tonight === null) {
    const rank = (home: Household) =>
      due(home) ? 0 : home.visits === 0 ? 1 : home.last_result === "nobody_home" ? 2 : home.last_result === "met" && home.adults.some((adult) => !adult.assessed) ? 3 : 9;
    const rest = [...open.values()].filter((home) => rank(home) < 9 && (due(home) || !recent(home, now)));
    for (const home of rest.sort((a, b) => rank(a) - rank(b))) add(home, null);
  }
  return { next, done };
}

const recent = (home: Household, now: number): boolean => home.last_visited_at !== null && now - new Date(home.last_visited_at).getTime() < DAY;
