/** What a step of a case says, what is wrong with it, and the text that is kept on this phone until it is sent. */
import type { Wrong } from "../ui/form";
import { words } from "../ui/words";
import type { Action, Case } from "./shapes";
import vi from "./vi.json";

const t = words(vi);

export interface Draft {
  text: string;
  reason: string | null;
  agency: string | null;
  agencies: string[];
  amount: string;
  into: string;
  photos: number;
}

export const BLANK: Draft = { text: "", reason: null, agency: null, agencies: [], amount: "", into: "", photos: 0 };
export const CODE = /^PA-[0-9]{7,12}$/;
/** Whose text may stay empty. */
const MAY_BE_SILENT = new Set<Action>(["close", "assign", "refuse", "merge"]);
const NEEDS: Partial<Record<Action, "need_answer" | "need_question" | "need_note">> = { answer: "need_answer", ask: "need_question", reopen: "need_note", decline_reopen: "need_note" };
const LABELS: Partial<Record<Action, "answer" | "question" | "why">> = { answer: "answer", ask: "question", bounce: "why", extend: "why", consult: "why" };
const HINTS = new Set<Action>(["ask", "bounce", "extend", "split", "merge", "consult"]);

export const isOptional = (action: Action): boolean => MAY_BE_SILENT.has(action);
export const labelOf = (action: Action): string => t(LABELS[action] ?? "note");
export const hintOf = (action: Action): string => (action === "answer" ? t("answer_hint") : t("note_hint"));
export const rulesOf = (action: Action): string | null => (HINTS.has(action) ? t(`h_${action}` as "h_ask") : null);

export function wrongIn(action: Action, draft: Draft, shown: Pick<Case, "term" | "evidence_required">): Wrong[] {
  const wrong: Wrong[] = [];
  const amount = Number(draft.amount);
  if (action === "refuse" && !draft.reason) wrong.push({ id: "reason", message: t("need_reason") });
  if (action === "assign" && !draft.agency) wrong.push({ id: "agency", message: t("need_agency") });
  if (action === "split" && !draft.agencies.length) wrong.push({ id: "agencies", message: t("need_agencies") });
  if (action === "extend" && !(Number.isInteger(amount) && amount >= 1 && amount <= shown.term))
    wrong.push({ id: "amount", message: t("need_amount", { n: shown.term }) });
  if (action === "merge" && !CODE.test(draft.into.trim().toUpperCase())) wrong.push({ id: "into", message: t("need_into") });
  if (action === "answer" && shown.evidence_required && !draft.photos) wrong.push({ id: "evidence", message: t("need_evidence") });
  if (!draft.text.trim() && !isOptional(action)) wrong.push({ id: "said", message: t(NEEDS[action] ?? "need_why") });
  return wrong;
}
