/** Warnings and grants as staff send and read them. */
import type { components } from "../api/schema.gen";

type Shapes = components["schemas"];

export type Urgency = Shapes["Urgency"];
export type Certainty = Shapes["AlertCertainty"];
export type NewAlert = Shapes["NewAlert"];
export type StaffAlert = Shapes["Alert"];
export type HazardList = Shapes["HazardList"];
export type AlertContent = Shapes["AlertContent"];
export type AlertDraft = Shapes["AlertDraft"];
export type Feeds = Shapes["AlertFeeds"];
export type Touched = Shapes["TouchedArea"];

export type StaffRole = "volunteer" | "team_leader" | "handler" | "officer" | "admin";
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
