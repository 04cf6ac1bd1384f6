/** The names screens use for the API's shapes. */
export interface Page<T> {
  items: T[];
  next?: string | null;
}

export type Role = "citizen" | "volunteer" | "handler" | "officer" | "admin";

export interface Me {
  id: string;
  display_name: string | null;
  phone_masked: string | null;
  home_commune_code: string | null;
  home_commune_name: string | null;
  roles: Role[];
  agencies: { id: string; name: string }[];
  teams: { id: string; name: string; commune_code: string }[];
  demo: boolean;
}

export interface Session {
  access_token: string;
  refresh_token: string;
  token_type: string;
  expires_in: number;
  me: Me;
}

export interface Challenge {
  challenge_id: string;
  expires_in: number;
  demo_code?: string | null;
}

export type Purpose = "alert_messages" | "location" | "team_contact";

export interface Consent {
  purpose: Purpose;
  granted: boolean;
  decided_at?: string | null;
}

export interface CommuneLine {
  code: string;
  name: string;
  full_name: string;
  type: string;
  province_code: string;
  part_of: string;
  lat: number | null;
  lon: number | null;
}

export interface Candidate {
  code: string;
  name: string;
  full_name: string;
  part_of: string;
  province_code: string;
  distance_m: number;
}

export interface Located {
  candidates: Candidate[];
  method: "centroid" | "boundary";
  confirm: boolean;
}

export interface ProcedureLine {
  code: string;
  name: string;
  level: string;
  field: string;
  issuer: string;
  online: "full" | "partial" | "none" | "unknown";
  deadline_text: string;
  fee_text: string;
  essential: boolean;
  same_as: string[];
}

export interface ProcedureList extends Page<ProcedureLine> {
  hotline?: string | null;
}

export interface TimelineStep {
  state_code: string;
  state_name: string;
  occurred_at: string;
  told?: string;
  correction?: boolean;
  note?: string | null;
}

export interface Dossier {
  late_reason?: string | null;
  held_by?: string;
  followed?: boolean;
  id: string;
  code: string;
  procedure_code: string;
  procedure_name: string;
  agency_name: string | null;
  state_code: string;
  state_name: string;
  clock: "running" | "paused" | "stopped" | "not_started";
  due_at: string | null;
  days_left: number | null;
  late: boolean;
  last_known_at: string;
  filed_by: string;
  timeline: TimelineStep[];
  next_step: string | null;
}

export type MessageKind = "dossier" | "report" | "alert" | "visit" | "system";

export interface Message {
  id: string;
  kind: MessageKind;
  title: string;
  body: string;
  link: string | null;
  created_at: string;
  read_at: string | null;
}

export interface MessageList extends Page<Message> {
  unread: number;
}

export interface Category {
  code: string;
  parent_code: string | null;
  name: string;
  hint: string;
  icon: string;
  urgent: boolean;
  public: boolean;
  anonymous_allowed: boolean;
}

export interface NewReport {
  id: string;
  category_code: string;
  lat: number;
  lon: number;
  commune_code: string;
  happened_at: string;
  description?: string | null;
  accuracy_m?: number | null;
  commune_confirmed: boolean;
  anonymous: boolean;
  urgent: boolean;
  photo_count: number;
  contact_phone?: string | null;
}

export interface Alert {
  id: string;
  hazard: string;
  hazard_name?: string;
  risk_level: number;
  urgency: string;
  certainty: string;
  headline: string;
  description: string;
  instruction: string;
  communes: { code: string; name: string }[];
  effective_at: string;
  expires_at: string;
  status: "actual" | "exercise" | "test";
  sent_at?: string;
}

export interface ReportLine {
  id: string;
  code: string;
  category_code: string;
  category_name: string;
  state: string;
  state_name: string;
  description: string | null;
  commune_code: string;
  commune_name: string;
  agency_name: string | null;
  urgent: boolean;
  received_at: string;
  due_at: string | null;
  late: boolean;
  photos_received: number;
  version: number;
}

export interface ShownPhoto {
  id: string;
  position: number;
  taken_for: string;
  width: number;
  height: number;
}

export interface ReportStep {
  action: string;
  state: string;
  state_name?: string;
  note: string | null;
  by: string;
  agency_name: string | null;
  occurred_at: string;
}

export interface MyReport extends ReportLine {
  lat: number;
  lon: number;
  answer: string | null;
  finished_at: string | null;
  photo_count: number;
  photos: ShownPhoto[];
  timeline: ReportStep[];
  actions: string[];
}

export interface PublicLine {
  id: string;
  code: string;
  category_code: string;
  category_name: string;
  state: string;
  state_name: string;
  description: string | null;
  lat: number;
  lon: number;
  commune_code: string;
  commune_name: string;
  agency_name: string | null;
  received_at: string;
  late: boolean;
  answer: string | null;
  photos: ShownPhoto[];
}
