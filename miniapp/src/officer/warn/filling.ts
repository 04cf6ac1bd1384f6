/** A warning while it is being written: from a draft or an earlier version, and as the API wants it. */
import { uuid7 } from "../../offline/uuid7";
import type { Wrong } from "../../ui/form";
import type { AlertContent, Certainty, NewAlert, StaffAlert, Urgency } from "../shapes";
import { t } from "./words";

export const HOURS = [3, 6, 12, 24, 48] as const;
const HOUR = 3_600_000;

export type LatLon = [number, number];
export interface Round {
  lat: number;
  lon: number;
  radius_km: number;
}

export interface Filling {
  id: string;
  /** The draft's version it was made from; null: not kept yet. */
  version: number | null;
  replaces: string | null;
  status: "actual" | "exercise" | "test";
  hazard: string | null;
  risk_level: string | null;
  urgency: Urgency;
  certainty: Certainty;
  communes: string[];
  polygons: LatLon[][];
  circles: Round[];
  hours: string;
  /** An end given by a draft, kept until hours are chosen anew. */
  until: string | null;
  headline: string;
  description: string;
  instruction: string;
  river_alarm: string;
}

export const blank = (): Filling => ({
  id: uuid7(), version: null, replaces: null, status: "actual", hazard: null, risk_level: null, urgency: "immediate", certainty: "likely",
  communes: [], polygons: [], circles: [], hours: "12", until: null, headline: "", description: "", instruction: "", river_alarm: "",
});

/** A new version of a warning: everything as it was, to be changed; communes as chosen or touched before. */
export const after = (alert: StaffAlert): Filling => ({
  ...blank(),
  replaces: alert.id,
  status: alert.status,
  hazard: alert.hazard,
  risk_level: String(alert.risk_level),
  urgency: alert.urgency,
  certainty: alert.certainty,
  communes: alert.polygons.length || alert.circles.length ? [] : alert.communes.map((one) => one.code),
  polygons: alert.polygons as LatLon[][],
  circles: alert.circles,
  headline: alert.headline,
  description: alert.description,
  instruction: alert.instruction,
  river_alarm: alert.river_alarm,
});

export const fromDraft = (id: string, version: number, content: AlertContent): Filling => ({
  ...blank(),
  id,
  version,
  replaces: content.replaces ?? null,
  status: content.status ?? "actual",
  hazard: content.hazard || null,
  risk_level: content.risk_level ? String(content.risk_level) : null,
  urgency: content.urgency ?? "expected",
  certainty: content.certainty ?? "likely",
  communes: content.commune_codes ?? [],
  polygons: (content.polygons ?? []) as LatLon[][],
  circles: content.circles ?? [],
  until: content.expires_at ?? null,
  hours: content.expires_at ? "" : "12",
  headline: content.headline ?? "",
  description: content.description ?? "",
  instruction: content.instruction ?? "",
  river_alarm: content.river_alarm ?? "",
});

export function missing(now: Filling): Wrong[] {
  const wrong: Wrong[] = [];
  const need = (ok: unknown, id: string, message: string) => ok || wrong.push({ id, message });
  need(now.hazard, "hazard", t("need_hazard"));
  need(now.risk_level, "level", t("need_level"));
  need(now.communes.length || now.polygons.length || now.circles.length, "communes", t("need_communes"));
  need(now.hours || now.until, "hours", t("need_until"));
  need(now.headline.trim(), "headline", t("need_headline"));
  need(now.description.trim(), "description", t("need_description"));
  need(now.instruction.trim(), "instruction", t("need_instruction"));
  return wrong;
}

const text = (value: string) => value.normalize("NFC").trim();
const ends = (now: Filling, at: number) => (now.hours ? new Date(at + Number(now.hours) * HOUR).toISOString() : now.until);

/** As far as it is written. */
export const contentOf = (now: Filling, at: number): AlertContent => ({
  hazard: now.hazard ?? "",
  risk_level: now.risk_level ? Number(now.risk_level) : null,
  urgency: now.urgency,
  certainty: now.certainty,
  headline: text(now.headline),
  description: text(now.description),
  instruction: text(now.instruction),
  commune_codes: now.communes,
  polygons: now.polygons,
  circles: now.circles,
  onset_at: null,
  effective_at: null,
  expires_at: ends(now, at),
  river_alarm: text(now.river_alarm),
  status: now.status,
  replaces: now.replaces,
});

export function bodyOf(now: Filling, at: number): NewAlert {
  const content = contentOf(now, at);
  return {
    ...content,
    id: now.id,
    hazard: now.hazard ?? "",
    risk_level: Number(now.risk_level),
    effective_at: new Date(at).toISOString(),
    expires_at: content.expires_at ?? "",
  } as NewAlert;
}
