/** What a form of the book says, as events. Pure. */
import type { Household } from "../fold";
import type { Bodies } from "../shapes";
import { t } from "./words";

type Kind = "household_split" | "household_moved" | "adult_moved" | "adult_merged";
export type BookEvent = { [T in Kind]: { type: T; body: Bodies[T]; household_id: string; title: string } }[Kind];

export interface BookForm {
  way: "split" | "moved" | "temporary" | "back" | "house" | "same";
  home: Household;
  people: string[];
  reference: string;
  hamlet: string;
  other: string;
  on: string;
}

/** One event; of several people who move, one each. */
export function events({ way, home, people, reference, hamlet, other, on }: BookForm, team_id: string, fresh: () => string): BookEvent[] {
  const said = { household_id: home.id, title: t(`e_${way}`, { reference: home.reference }) };
  switch (way) {
    case "split":
      return [{ ...said, type: "household_split", body: { team_id, household_id: fresh(), from_household_id: home.id, hamlet_id: hamlet, reference, adult_ids: people, on } }];
    case "house":
      return [{ ...said, type: "household_moved", body: { team_id, household_id: home.id, hamlet_id: hamlet, on } }];
    case "same": {
      const [winner_id = "", loser_id = ""] = people;
      return [{ ...said, type: "adult_merged", body: { team_id, merge_id: fresh(), winner_id, loser_id, reason: t("why_same") } }];
    }
    default:
      return people.map((adult_id) => ({ ...said, type: "adult_moved", body: { team_id, adult_id, to_household_id: way === "back" ? home.id : other, kind: way, on } }));
  }
}
