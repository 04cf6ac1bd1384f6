/** One visit being filled in, and the event it becomes. Pure; kept on the phone at every tap. */
import type { Wrong } from "../ui/form";
import { uuid7 } from "../offline/uuid7";
import type { Household } from "./fold";
import type { AdultSeen, Assistance, Barrier, Result, SkillLevel, VisitLogged } from "./shapes";

/** How the one task went, seen by the volunteer; "says": not tried, only told. */
export type Outcome = "alone" | "prompt" | "done_for" | "cannot" | "says";
export type Revisit = "none" | "week" | "month";

export interface AdultDraft {
  adult_id: string;
  met: boolean;
  knows: boolean | null;
  task: string;
  outcome: Outcome | null;
  helped: string[];
  barriers: Barrier[];
}
export interface Draft {
  household_id: string;
  visit_id: string;
  started_at: string;
  result: Result | null;
  consent: boolean | null;
  adults: AdultDraft[];
  revisit: Revisit;
}

export const TASKS = ["S05", "S09", "S07", "S04"];
export const HELPED = ["S02", "S04", "S07", "S09", "S08", "S13", "S15"];
export const BARRIERS: Barrier[] = ["no_device", "no_network", "language", "eyesight", "no_vneid", "fear_scam", "no_need", "portal_error"];

const WIRE: Record<Outcome, { level: SkillLevel; assistance: Assistance | null }> = {
  alone: { level: "alone_observed", assistance: "unaided" },
  prompt: { level: "with_help", assistance: "verbal_prompt" },
  done_for: { level: "done_for", assistance: "done_for" },
  cannot: { level: "heard", assistance: null },
  says: { level: "says_can", assistance: null },
};
const DAYS: Record<Revisit, number> = { none: 0, week: 7, month: 30 };
const DAY = 86_400_000;

/** Nothing is answered beforehand; a person alone in the house is the one who opened the door. */
export function newDraft(home: Household, now: number = Date.now()): Draft {
  return {
    household_id: home.id,
    visit_id: uuid7(now),
    started_at: new Date(now).toISOString(),
    result: null,
    consent: null,
    adults: home.adults.map(({ id }) => adultDraft(id, home.adults.length === 1)),
    revisit: "none",
  };
}

const adultDraft = (adult_id: string, met: boolean): AdultDraft => ({
  adult_id, met, knows: null, task: TASKS[0] ?? "S05", outcome: null, helped: [], barriers: [],
});

/** The form again from an event that has to be put right. */
export function draftOf(visit: VisitLogged, home: Household): Draft {
  const fresh = newDraft(home);
  const asked = visit.revisit_at ? new Date(visit.revisit_at).getTime() - new Date(visit.ended_at).getTime() : 0;
  return {
    ...fresh,
    visit_id: visit.visit_id,
    started_at: visit.started_at,
    result: visit.result,
    consent: visit.consent === null ? null : visit.consent !== false && visit.consent !== "declined",
    revisit: asked > 14 * DAY ? "month" : asked > 0 ? "week" : "none",
    adults: fresh.adults.map((adult) => {
      const seen = visit.adults.find((one) => one.adult_id === adult.adult_id);
      return seen ? adultOf(adult, seen) : { ...adult, met: false };
    }),
  };
}

function adultOf(adult: AdultDraft, seen: AdultSeen): AdultDraft {
  const [first, ...rest] = seen.skills;
  const outcome = (Object.keys(WIRE) as Outcome[]).find((key) => WIRE[key].level === first?.level) ?? null;
  return { ...adult, met: seen.met, knows: seen.knows, task: first?.code ?? adult.task, outcome, helped: rest.map(({ code }) => code), barriers: seen.barriers };
}

export const talks = (draft: Draft): boolean => draft.result === "met" || draft.result === "revisit";
export const judges = (draft: Draft): boolean => talks(draft) && draft.consent === true;

/** What is still missing, in the words' keys. */
export function missing(draft: Draft): (Wrong & { key: "need_result" | "need_consent" | "need_adult" })[] {
  if (draft.result === null) return [{ id: "result", key: "need_result", message: "" }];
  if (talks(draft) && draft.consent === null && draft.adults.length > 0) return [{ id: "consent", key: "need_consent", message: "" }];
  if (judges(draft) && draft.adults.length > 0 && !draft.adults.some((adult) => adult.met)) return [{ id: "adults", key: "need_adult", message: "" }];
  return [];
}

export function visitOf(draft: Draft, team_id: string, now: number = Date.now()): VisitLogged {
  const ended = Math.max(now, new Date(draft.started_at).getTime());
  const days = DAYS[draft.revisit];
  const later = talks(draft) || draft.result === "nobody_home";
  return {
    team_id,
    visit_id: draft.visit_id,
    household_id: draft.household_id,
    started_at: draft.started_at,
    ended_at: new Date(ended).toISOString(),
    result: draft.result ?? "nobody_home",
    revisit_at: later && days ? new Date(ended + days * DAY).toISOString() : null,
    consent: talks(draft) ? draft.consent : null,
    adults: judges(draft) ? draft.adults.filter((adult) => adult.met).map(seenOf) : [],
  };
}

function seenOf(adult: AdultDraft): AdultSeen {
  const tried = adult.knows !== false && adult.outcome ? WIRE[adult.outcome] : null;
  const skills = tried ? [{ code: adult.task, level: tried.level }] : [];
  for (const code of adult.helped) {
    if (!skills.some((skill) => skill.code === code)) skills.push({ code, level: "with_help" });
  }
  return { adult_id: adult.adult_id, met: true, knows: adult.knows, skills, assistance: tried?.assistance ?? null, barriers: adult.barriers };
}
