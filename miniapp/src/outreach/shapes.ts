/** The events a phone may record: what each kind says, and the answer to each (outreach/visits/contracts). */
export type Result = "met" | "nobody_home" | "refused" | "moved" | "do_not_contact" | "revisit";
export type SkillLevel = "heard" | "says_can" | "with_help" | "alone_observed" | "done_for";
export type Assistance = "unaided" | "verbal_prompt" | "hands_on" | "done_for";
export type Barrier = "no_device" | "no_network" | "language" | "eyesight" | "no_vneid" | "fear_scam" | "no_need" | "portal_error";
/** A consent given aloud is `true`; the words are what the visit form of the province says. */
export type Consent = boolean | "given_verbal" | "given_signed" | "declined" | null;
export type Sex = "female" | "male" | "other";

/** About where a house is, to 100 m, when the household agreed. */
export interface RoughPlace {
  lat: number;
  lon: number;
  consent: true;
}
interface Body {
  team_id: string;
}
export interface HouseholdAdded extends Body {
  household_id: string;
  hamlet_id: string;
  reference: string;
  adults_total: number | null;
  place?: RoughPlace | null;
}
export interface HouseholdChanged extends Body {
  household_id: string;
  reference?: string;
  adults_total?: number | null;
  closed?: boolean;
  place?: RoughPlace | null;
}
export interface HouseholdRemoved extends Body {
  household_id: string;
  reason: string;
}
export interface HouseholdRestored extends Body {
  household_id: string;
}
export interface AdultAdded extends Body {
  adult_id: string;
  household_id: string;
  label: string;
  consent: boolean;
  birth_year?: number | null;
  sex?: Sex | null;
  /** For somebody of 17: the day they join those who count. */
  turns_18_on?: string | null;
}
export interface AdultChanged extends Body {
  adult_id: string;
  label?: string;
  birth_year?: number | null;
  sex?: Sex | null;
  consent?: boolean;
  left_on?: string | null;
  left_reason?: "moved" | "died" | "other" | null;
  turns_18_on?: string | null;
}
export interface AdultSeen {
  adult_id: string;
  met: boolean;
  knows: boolean | null;
  skills: { code: string; level: SkillLevel }[];
  assistance: Assistance | null;
  barriers: Barrier[];
  next_step?: string | null;
}
/** What a knock at a door came to. */
export interface VisitSaid {
  started_at: string;
  ended_at: string;
  result: Result;
  revisit_at: string | null;
  consent: Consent;
  adults: AdultSeen[];
}
export interface VisitLogged extends Body, VisitSaid {
  visit_id: string;
  household_id: string;
  /** The house is one of an audit's sample. */
  audit_draw_id?: string | null;
}
export interface VisitCorrected extends Body {
  visit_id: string;
  reason: string;
  visit: VisitSaid;
}
export interface HouseholdSplit extends Body {
  /** The new household. */
  household_id: string;
  from_household_id: string;
  hamlet_id: string;
  reference: string;
  adult_ids: string[];
  on: string;
}
export interface HouseholdMoved extends Body {
  household_id: string;
  hamlet_id: string;
  on: string;
}
export interface AdultMoved extends Body {
  adult_id: string;
  to_household_id: string;
  kind: "moved" | "temporary" | "back";
  on: string;
}
export interface HouseholdMerged extends Body {
  merge_id: string;
  winner_id: string;
  loser_id: string;
  same: { keep: string; drop: string }[];
  moves: string[];
  reason: string;
}
export interface AdultMerged extends Body {
  merge_id: string;
  winner_id: string;
  loser_id: string;
  reason: string;
}
export interface MergeUndone extends Body {
  merge_id: string;
  reason: string;
}
export interface ConsentWithdrawn extends Body {
  adult_id?: string;
  household_id?: string;
  scope: "person" | "photo" | "contact";
}
export interface Bodies {
  household_added: HouseholdAdded;
  household_changed: HouseholdChanged;
  household_removed: HouseholdRemoved;
  household_restored: HouseholdRestored;
  household_split: HouseholdSplit;
  household_moved: HouseholdMoved;
  household_merged: HouseholdMerged;
  adult_added: AdultAdded;
  adult_changed: AdultChanged;
  adult_moved: AdultMoved;
  adult_merged: AdultMerged;
  merge_undone: MergeUndone;
  visit_logged: VisitLogged;
  visit_corrected: VisitCorrected;
  consent_withdrawn: ConsentWithdrawn;
}
export type EventType = keyof Bodies;

const SUBJECTS: { [T in EventType]: (body: Bodies[T]) => string } = {
  household_added: (body) => body.household_id,
  household_changed: (body) => body.household_id,
  household_removed: (body) => body.household_id,
  household_restored: (body) => body.household_id,
  household_split: (body) => body.household_id,
  household_moved: (body) => body.household_id,
  household_merged: (body) => body.merge_id,
  adult_added: (body) => body.adult_id,
  adult_changed: (body) => body.adult_id,
  adult_moved: (body) => body.adult_id,
  adult_merged: (body) => body.merge_id,
  merge_undone: (body) => body.merge_id,
  visit_logged: (body) => body.visit_id,
  visit_corrected: (body) => body.visit_id,
  consent_withdrawn: (body) => body.adult_id ?? body.household_id ?? body.team_id,
};

/** The household, adult, visit or merge an event is about. */
export const subjectOf = <T extends EventType>(type: T, body: Bodies[T]): string => SUBJECTS[type](body);

export interface NewEvent {
  event_id: string;
  seq: number;
  type: EventType;
  schema_version: number;
  device_time: string;
  session_id?: string;
  device_mono?: number;
  base_version?: number;
  body: object;
}
export type EventStatus = "accepted" | "duplicate" | "held" | "conflict" | "rejected";
/** Soft: other fields, merged. Hard: the same field; both values are kept and a person decides. */
export interface Conflict {
  kind: "soft" | "hard";
  fields: { field: string; theirs?: unknown; yours?: unknown }[];
}
export interface EventResult {
  event_id: string | null;
  status: EventStatus;
  reason_code?: string | null;
  reason?: string | null;
  field?: string | null;
  /** Of a held event: when it is decided about at the latest. */
  until?: string | null;
  conflict?: Conflict | null;
}
/** Signed by the server: it holds every event of this installation up to `seq`; `head` is the chain over them. */
export interface Receipt {
  install_id: string;
  seq: number;
  head?: string;
  signature: string;
}
export interface Install {
  state?: "active" | "revoked" | "cloned";
  wipe?: boolean;
  reason?: string | null;
}
export interface SyncAnswer {
  server_time: string;
  results: EventResult[];
  receipt: Receipt;
  install?: Install;
  accepted_seqs?: [number, number][] | null;
}
