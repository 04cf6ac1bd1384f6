/** The shapes of the walk as they cross the wire, and the events a phone may record. */
export type EventType = "household_added" | "household_changed" | "adult_added" | "adult_changed" | "visit_logged";
export type Result = "met" | "nobody_home" | "refused" | "moved" | "do_not_contact" | "revisit";
export type SkillLevel = "heard" | "says_can" | "with_help" | "alone_observed" | "done_for";
export type Assistance = "unaided" | "verbal_prompt" | "hands_on" | "done_for";
export type Barrier = "no_device" | "no_network" | "language" | "eyesight" | "no_vneid" | "fear_scam" | "no_need" | "portal_error";
export type Sex = "female" | "male" | "other";

export interface HouseholdAdded {
  team_id: string;
  household_id: string;
  hamlet_id: string;
  reference: string;
  adults_total: number | null;
}
export interface HouseholdChanged {
  team_id: string;
  household_id: string;
  reference?: string;
  adults_total?: number | null;
  closed?: boolean;
}
export interface AdultAdded {
  team_id: string;
  adult_id: string;
  household_id: string;
  label: string;
  consent: boolean;
  birth_year?: number | null;
  sex?: Sex | null;
}
export interface AdultChanged {
  team_id: string;
  adult_id: string;
  label?: string;
  birth_year?: number | null;
  sex?: Sex | null;
  consent?: boolean;
  left_on?: string | null;
  left_reason?: "moved" | "died" | "other" | null;
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
export interface VisitLogged {
  team_id: string;
  visit_id: string;
  household_id: string;
  started_at: string;
  ended_at: string;
  result: Result;
  revisit_at: string | null;
  consent: boolean | null;
  adults: AdultSeen[];
}
export interface Bodies {
  household_added: HouseholdAdded;
  household_changed: HouseholdChanged;
  adult_added: AdultAdded;
  adult_changed: AdultChanged;
  visit_logged: VisitLogged;
}

export interface NewEvent {
  event_id: string;
  seq: number;
  type: EventType;
  schema_version: number;
  device_time: string;
  body: Bodies[EventType];
}
export type EventStatus = "accepted" | "duplicate" | "held" | "conflict" | "rejected";
export interface EventResult {
  event_id: string | null;
  status: EventStatus;
  reason_code?: string | null;
  reason?: string | null;
  field?: string | null;
}
export interface Receipt {
  install_id: string;
  seq: number;
  signature: string;
}
export interface SyncAnswer {
  server_time: string;
  results: EventResult[];
  receipt: Receipt;
}
