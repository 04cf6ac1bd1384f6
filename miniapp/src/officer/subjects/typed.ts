/** What a person typed about a subject, and the change it means: only what differs from what it is now. */
import type { Category } from "../../api/types";
import type { Wrong } from "../../ui/form";
import { t } from "./words";
import type { Fields } from "./wire";

export const UNITS = ["working_hour", "working_day", "clock_hour"] as const;
export type Unit = (typeof UNITS)[number];

export interface Typed {
  code: string;
  name: string;
  hint: string;
  icon: string;
  parent_code: string;
  handed_to: string;
  acknowledge_within: string;
  acknowledge_unit: Unit;
  finish_within: string;
  finish_unit: Unit;
  duplicate_radius_m: string;
  duplicate_hours: string;
  public_decimals: string;
  urgent: boolean;
  public: boolean;
  sealed: boolean;
  anonymous_allowed: boolean;
  evidence_required: boolean;
  effective_on: string;
  note: string;
}

/** As a new subject is unless said (api/categories/rules.py: FRESH). */
const FRESH = {
  code: "", name: "", hint: "", icon: "dots", parent_code: null, handed_to: null, urgent: false, public: true, sealed: false,
  anonymous_allowed: true, public_decimals: 4, acknowledge_within: 8, acknowledge_unit: "working_hour", finish_within: 7,
  finish_unit: "working_day", duplicate_radius_m: 50, duplicate_hours: 72, evidence_required: false,
} as const;

export function typedOf(subject: Category | null, today: string): Typed {
  const one = subject ?? FRESH;
  return {
    code: one.code,
    name: one.name,
    hint: one.hint,
    icon: one.icon,
    parent_code: one.parent_code ?? "",
    handed_to: one.handed_to ?? "",
    acknowledge_within: String(one.acknowledge_within),
    acknowledge_unit: one.acknowledge_unit as Unit,
    finish_within: String(one.finish_within),
    finish_unit: one.finish_unit as Unit,
    duplicate_radius_m: String(one.duplicate_radius_m),
    duplicate_hours: String(one.duplicate_hours),
    public_decimals: String(one.public_decimals),
    urgent: one.urgent,
    public: one.public,
    sealed: one.sealed,
    anonymous_allowed: one.anonymous_allowed,
    evidence_required: one.evidence_required,
    effective_on: today,
    note: "",
  };
}

/** The ranges the server keeps (api/categories/contracts.py: CategoryFields). */
export const RANGES = {
  acknowledge_within: [1, 1000],
  finish_within: [1, 1000],
  duplicate_radius_m: [0, 2000],
  duplicate_hours: [1, 8760],
  public_decimals: [2, 5],
} as const;
export type Counted = keyof typeof RANGES;
const TICKS = ["urgent", "public", "sealed", "anonymous_allowed", "evidence_required"] as const;
const CODE = /^[a-z0-9]+([.-][a-z0-9]+)*$/;

const said = (text: string): string => text.normalize("NFC").trim();

/** What the server would be told; for a new subject everything that is not as usual. */
export function fieldsOf(typed: Typed, before: Category | null): Fields {
  const was = typedOf(before, typed.effective_on);
  const fields: Record<string, unknown> = {};
  for (const key of ["name", "hint", "icon"] as const) if (said(typed[key]) !== was[key]) fields[key] = said(typed[key]);
  for (const key of ["parent_code", "handed_to"] as const) if (said(typed[key]) !== was[key]) fields[key] = said(typed[key]) || null;
  for (const key of ["acknowledge_unit", "finish_unit"] as const) if (typed[key] !== was[key]) fields[key] = typed[key];
  for (const key of Object.keys(RANGES) as Counted[]) if (typed[key] !== was[key]) fields[key] = Number(typed[key]);
  for (const key of TICKS) if (typed[key] !== was[key]) fields[key] = typed[key];
  return fields as Fields;
}

/** What is missing or cannot be, field by field. */
export function wrongIn(typed: Typed, before: Category | null, codes: string[], today: string): Wrong[] {
  const wrong: Wrong[] = [];
  if (!before && !CODE.test(typed.code)) wrong.push({ id: "code", message: t("need_code") });
  if (!before && codes.includes(typed.code)) wrong.push({ id: "code", message: t("code_taken") });
  if (!said(typed.name)) wrong.push({ id: "name", message: t("need_name") });
  for (const [id, [least, most]] of Object.entries(RANGES) as [Counted, readonly [number, number]][]) {
    const value = /^\d{1,4}$/.test(typed[id].trim()) ? Number(typed[id]) : Number.NaN;
    if (!(value >= least && value <= most)) wrong.push({ id, message: t("need_number", { what: t(id), least, most }) });
  }
  if (typed.sealed && typed.public) wrong.push({ id: "sealed", message: t("sealed_or_public") });
  if (!typed.effective_on || typed.effective_on < today) wrong.push({ id: "effective_on", message: t("need_day") });
  if (!said(typed.note)) wrong.push({ id: "note", message: t("need_note") });
  if (!wrong.length && !Object.keys(fieldsOf(typed, before)).length) wrong.push({ id: "name", message: t("nothing_changed") });
  return wrong;
}
