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
}
export interface Step {
  action: string;
  state: State;
  note: string | null;
  by: string;
  agency_name: string | null;
  occurred_at: string;
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
export interface Case extends Omit<CaseLine, "priority"> {
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
}
export type Action = "assign" | "accept" | "answer" | "close" | "refuse" | "reopen" | "decline_reopen";
export const ACTIONS: Action[] = ["accept", "answer", "close", "reopen", "decline_reopen", "assign", "refuse"];
