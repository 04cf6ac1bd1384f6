/** A visit that has to be put right, as the form it was. Pure. */
import { isoDay } from "../../ui/words";
import { type AdultDraft, type Draft, newDraft, NEXT_SIGN, type Outcome, OUTCOMES, WIRE } from "../draft";
import type { Household } from "../fold";
import type { AdultSeen, Assistance, SkillLevel, VisitSaid } from "../shapes";

/** The form again from a visit that has to be put right. */
export function draftOf(visit: VisitSaid & { visit_id: string }, home: Household): Draft {
  const fresh = newDraft(home);
  const again = visit.revisit_at ? new Date(visit.revisit_at) : null;
  return {
    ...fresh,
    visit_id: visit.visit_id,
    started_at: visit.started_at,
    result: visit.result,
    consent: visit.consent === null ? null : visit.consent !== false && visit.consent !== "declined",
    revisit: again ? { day: isoDay(again), hour: new Date(again.getTime() + 7 * 3_600_000).toISOString().slice(11, 16) } : fresh.revisit,
    adults: fresh.adults.map((adult) => {
      const seen = visit.adults.find((one) => one.adult_id === adult.adult_id);
      return seen ? adultOf(adult, seen) : { ...adult, met: false };
    }),
  };
}

function adultOf(adult: AdultDraft, seen: AdultSeen): AdultDraft {
  const [first, ...rest] = seen.skills;
  const read = (level: SkillLevel, assistance: Assistance | null): Outcome =>
    OUTCOMES.find((key) => WIRE[key].level === level && WIRE[key].assistance === assistance) ?? OUTCOMES.find((key) => WIRE[key].level === level) ?? "heard";
  return {
    ...adult,
    met: seen.met,
    knows: seen.knows,
    task: first?.code ?? adult.task,
    outcome: first ? read(first.level, seen.assistance) : null,
    others: rest.map(({ code, level }) => ({ code, outcome: read(level, null) })),
    barriers: seen.barriers,
    next: seen.next_step ? seen.next_step.split(NEXT_SIGN) : [],
  };
}
