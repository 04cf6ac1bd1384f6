/** One visit being filled in, and the event it becomes. Pure; kept on the phone at every tap. */
import type { Wrong } from "../ui/form";
import { isoDay } from "../ui/words";
import { uuid7 } from "../offline/uuid7";
import type { Household } from "./fold";
import type { AdultSeen, Assistance, Barrier, Result, SkillLevel, VisitLogged } from "./shapes";

/** How one skill went, seen by the volunteer; "says": not tried, only told; "heard": only heard of it. */
export type Outcome = "alone" | "prompt" | "hands" | "done_for" | "says" | "heard";
export const OUTCOMES: Outcome[] = ["alone", "prompt", "hands", "done_for", "says", "heard"];

export interface AdultDraft {
  adult_id: string;
  met: boolean;
  knows: boolean | null;
  /** The one thing they were asked to try. */
  task: string;
  outcome: Outcome | null;
  /** Other skills spoken of or tried, in the order they were added. */
  others: { code: string; outcome: Outcome }[];
  barriers: Barrier[];
  /** What they need next, in the words of the chips. */
  next: string[];
}
export interface Draft {
  household_id: string;
  /** Of the form: one that is open in two windows is saved once. */
  visit_id: string;
  started_at: string;
  result: Result | null;
  consent: boolean | null;
  adults: AdultDraft[];
  /** When to come again: a day in Vietnam, and an hour there. */
  revisit: { day: string | null; hour: string };
}

export const TASKS = ["S05", "S09", "S07", "S04"];
export const BARRIERS: Barrier[] = ["no_device", "no_network", "language", "eyesight", "no_vneid", "fear_scam", "no_need", "portal_error"];
/** Most teams walk in the evening. */
export const EVENING = "19:00";

export const WIRE: Record<Outcome, { level: SkillLevel; assistance: Assistance | null }> = {
  alone: { level: "alone_observed", assistance: "unaided" },
  prompt: { level: "with_help", assistance: "verbal_prompt" },
  hands: { level: "with_help", assistance: "hands_on" },
  done_for: { level: "done_for", assistance: "done_for" },
  says: { level: "says_can", assistance: null },
  heard: { level: "heard", assistance: null },
};
const DAY = 86_400_000;
/** Longer the server takes no visit to be. */
const LONGEST_VISIT = 12 * 3_600_000;
export const NEXT_SIGN = "; ";

export const dayIn = (days: number, now: number = Date.now()): string => isoDay(now + days * DAY);

/** Nothing is answered beforehand; a person alone in the house is the one who opened the door. */
export function newDraft(home: Household, now: number = Date.now()): Draft {
  return {
    household_id: home.id,
    visit_id: uuid7(now),
    started_at: new Date(now).toISOString(),
    result: null,
    consent: null,
    adults: home.adults.map(({ id }) => adultDraft(id, home.adults.length === 1)),
    revisit: { day: null, hour: EVENING },
  };
}

const adultDraft = (adult_id: string, met: boolean): AdultDraft => ({
  adult_id, met, knows: null, task: TASKS[0] ?? "S05", outcome: null, others: [], barriers: [], next: [],
});

/** A kept form, of this app or last year's, with the people who are in the house now. */
export const resumed = (kept: Draft, home: Household, now: number = Date.now()): Draft => ({
  ...upgraded(kept),
  // Half a day later it is another visit that begins where the first one stopped.
  started_at: now - Date.parse(kept.started_at) > LONGEST_VISIT ? new Date(now).toISOString() : kept.started_at,
  adults: newDraft(home).adults.map((adult) => upgraded(kept).adults.find((one) => one.adult_id === adult.adult_id) ?? adult),
});

interface OldAdult {
  task: string;
  outcome: "alone" | "prompt" | "done_for" | "cannot" | "says" | null;
  helped: string[];
}
const OLD_REVISIT: Record<string, number> = { week: 7, month: 30 };

/** A form that an app of last year left half-filled. */
function upgraded(kept: Draft): Draft {
  const asked = kept.revisit as unknown;
  const days = typeof asked === "string" ? OLD_REVISIT[asked] : undefined;
  return {
    ...kept,
    revisit: typeof asked === "string" ? { day: days ? dayIn(days, Date.parse(kept.started_at) || Date.now()) : null, hour: EVENING } : kept.revisit,
    adults: kept.adults.map((adult) => {
      const { helped, outcome, ...rest } = adult as unknown as OldAdult & AdultDraft;
      if (!helped) return adult;
      return { ...rest, outcome: outcome === ("cannot" as string) ? "heard" : outcome, others: helped.map((code) => ({ code, outcome: "prompt" as const })), next: [] };
    }),
  };
}

export const talks = (draft: Draft): boolean => draft.result === "met" || draft.result === "revisit";
export const judges = (draft: Draft): boolean => talks(draft) && draft.consent === true;
/** Where a return may be agreed on. */
export const returns = (draft: Draft): boolean => talks(draft) || draft.result === "nobody_home";

type Gap = Wrong & { key: "need_result" | "need_consent" | "need_adult" | "need_revisit" };
const gap = (id: string, key: Gap["key"]): Gap[] => [{ id, key, message: "" }];

/** What is still missing, in the words' keys. */
export function missing(draft: Draft): Gap[] {
  if (draft.result === null) return gap("result", "need_result");
  if (talks(draft) && draft.consent === null && draft.adults.length > 0) return gap("consent", "need_consent");
  if (judges(draft) && draft.result === "met" && draft.adults.length > 0 && !draft.adults.some((adult) => adult.met)) return gap("adults", "need_adult");
  if (draft.result === "revisit" && !draft.revisit.day) return gap("revisit", "need_revisit");
  return [];
}

export function visitOf(draft: Draft, team_id: string, now: number = Date.now()): VisitLogged {
  const ended = Math.max(now, new Date(draft.started_at).getTime());
  const { day, hour } = draft.revisit;
  return {
    team_id,
    visit_id: draft.visit_id,
    household_id: draft.household_id,
    started_at: draft.started_at,
    ended_at: new Date(ended).toISOString(),
    result: draft.result ?? "nobody_home",
    revisit_at: returns(draft) && day ? new Date(`${day}T${hour}:00+07:00`).toISOString() : null,
    consent: talks(draft) ? draft.consent : null,
    adults: judges(draft) ? draft.adults.filter((adult) => adult.met).map(seenOf) : [],
  };
}

function seenOf({ adult_id, knows, task, outcome, others, barriers, next }: AdultDraft): AdultSeen {
  const tried = knows !== false && outcome ? [{ code: task, outcome }] : [];
  const all = [...tried, ...others.filter(({ code }) => !tried.some((one) => one.code === code))];
  return {
    adult_id,
    met: true,
    knows,
    skills: all.map(({ code, outcome: how }) => ({ code, level: WIRE[how].level })),
    assistance: assistanceIn(all.map((one) => one.outcome)),
    barriers,
    ...(next.length > 0 && { next_step: next.join(NEXT_SIGN) }),
  };
}

/** How much help there was: none with what was done alone; else the most that was given. What was done alone is a
 * skill whatever else needed help, and what needed help is none by its own level. */
function assistanceIn(outcomes: Outcome[]): Assistance | null {
  const help = (["alone", "done_for", "hands", "prompt"] as const).find((outcome) => outcomes.includes(outcome));
  return help ? WIRE[help].assistance : null;
}
