/** Warnings and grants as staff send and read them. */
export type Urgency = "immediate" | "expected" | "future" | "past" | "unknown";
export type Certainty = "observed" | "likely" | "possible" | "unlikely" | "unknown";
export type AlertStatus = "actual" | "exercise" | "test";

export interface NewAlert {
  id: string;
  hazard: string;
  risk_level: number;
  urgency: Urgency;
  certainty: Certainty;
  headline: string;
  description: string;
  instruction: string;
  commune_codes: string[];
  effective_at: string;
  expires_at: string;
  status: AlertStatus;
}
export interface StaffAlert {
  id: string;
  sender_name: string;
  hazard: string;
  hazard_name: string;
  risk_level: number;
  level_name: string;
  urgency: Urgency;
  certainty: Certainty;
  status: AlertStatus;
  headline: string;
  description: string;
  instruction: string;
  effective_at: string;
  expires_at: string;
  sent_at: string;
  cancelled_at: string | null;
  cancel_reason: string | null;
  replaced_by: string | null;
  active: boolean;
  communes: { code: string; name: string }[];
}
export interface HazardList {
  hazards: { code: string; group_no: number; group_name: string; name: string }[];
  levels: { level: number; name: string; meaning: string }[];
}
export type StaffRole = "volunteer" | "handler" | "officer" | "admin";
export interface NewGrant {
  role: StaffRole;
  phone?: string;
  person_id?: string;
  agency_id?: string;
  team_id?: string;
  province_code?: string;
  valid_to?: string;
}
export interface Grant {
  id: string;
  person_id: string;
  person_name: string;
  person_phone: string | null;
  role: string;
  agency_name: string | null;
  team_name: string | null;
  province_code: string | null;
  valid_from: string;
  valid_to: string | null;
  granted_at: string;
  revoked_at: string | null;
  reason: string | null;
}
/** A second factor that was taken away; `reset_by` null: by the operator at the machine. */
export interface FactorReset {
  id: string;
  person_id: string;
  person_name: string;
  reset_by: string | null;
  reset_by_name: string | null;
  reset_at: string;
  reason: string;
}
