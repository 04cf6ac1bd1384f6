/** Cases as the agency sees them: the matter and its deadline, never who reported it. */
export type State =
  | "received" | "verifying" | "refused" | "assigned" | "in_progress" | "waiting_reporter"
  | "waiting_agency" | "done" | "closed" | "reopen_requested" | "reopened" | "merged";

export interface CaseLine {
  id: string;
  code: string;
  category_code: string;
  category_name: string;
  state: State;
  state_name: string;
  description: string | null;
  commune_code: string;
  commune_name: string;
  agency_name: string | null;
  received_at: string;
  due_at: string;
  late: boolean;
  urgent: boolean;
  photos_received: number;
  version: number;
  priority: number;
  bounces: number;
  ladder_level: number;
  paused: boolean;
  extended: boolean;
  part: boolean;
  unrouted: boolean;
}
export interface Step {
  action: string;
  state: State;
  note: string | null;
  by: string;
  agency_name: string | null;
  occurred_at: string;
  state_name: string;
  part: boolean;
}
export interface Part {
  code: string;
  agency_name: string | null;
  state: State;
  state_name: string;
  answer: string | null;
}
export interface Photo {
  id: string;
  position: number;
  taken_for: string;
  width: number;
  height: number;
  large: string;
  small: string;
}
export interface Case extends Omit<CaseLine, "priority" | "paused" | "extended" | "part" | "unrouted"> {
  lat: number;
  lon: number;
  accuracy_m: number | null;
  published: boolean;
  answer: string | null;
  refusal_reason: string | null;
  finished_at: string | null;
  rating: number | null;
  rating_comment: string | null;
  photo_count: number;
  photos: Photo[];
  timeline?: Step[];
  actions?: string[];
  agency_id: string | null;
  commune_confirmed: boolean;
  commune_distance_m: number | null;
  acknowledge_by: string;
  first_due_at: string | null;
  extension_reason: string | null;
  paused_at: string | null;
  waiting_until: string | null;
  reopenings: number;
  follows_code: string | null;
  merged_code: string | null;
  supporters: number;
  parts: Part[];
  decided: boolean;
  parent_id: string | null;
  parent_code: string | null;
  term: number;
  term_unit: string;
  evidence_required: boolean;
}
export type Pile = "todo" | "late" | "near" | "bounced" | "escalated" | "waiting" | "coordinator";
/** What may be done, most usual first; the first few have buttons of their own, the others wait under "more". */
export const ACTIONS = [
  "accept", "resume", "answer", "close", "reopen", "decline_reopen", "verify", "ask", "assign", "bounce",
  "extend", "consult", "split", "merge", "refuse",
] as const;
export type Action = (typeof ACTIONS)[number];
export const AT_HAND = new Set<Action>(["accept", "resume", "answer", "ask", "close", "reopen", "decline_reopen", "assign"]);
/** One tap, nothing to say. */
export const PLAIN = new Set<Action>(["accept", "resume", "verify"]);
