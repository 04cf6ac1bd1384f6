/** What the desk asks of the API. */
import { api, done, got } from "../api/client";
import type { Page } from "../api/types";
import type { Action, Case, CaseLine, Pile, State } from "./shapes";

const MOST_PAGES = 10;

export const askCases = (asked: { state?: State; pile?: Pile }, cursor: string | null): Promise<Page<CaseLine>> =>
  got(api.GET("/v1/agency/reports", { params: { query: { limit: 50, ...asked, ...(cursor && { cursor }) } } }));

/** Everything open, page after page: the oversight counts over all of it. */
export async function askAllOpen(): Promise<{ items: CaseLine[]; whole: boolean }> {
  const items: CaseLine[] = [];
  let cursor: string | null = null;
  for (let turn = 0; turn < MOST_PAGES; turn += 1) {
    const page: Page<CaseLine> = await got(api.GET("/v1/agency/reports", { params: { query: { limit: 100, ...(cursor && { cursor }) } } }));
    items.push(...page.items);
    cursor = page.next ?? null;
    if (!cursor) return { items, whole: true };
  }
  return { items, whole: false };
}

export const askCase = (report_id: string): Promise<Case> => got(api.GET("/v1/agency/reports/{report_id}", { params: { path: { report_id } } }));

export interface Said {
  version: number;
  text: string;
  reason: string | null;
  agency_id: string | null;
  agency_ids: string[];
  amount: number;
  into: string;
}

export function act(report_id: string, action: Action, { version, text, reason, agency_id, agency_ids, amount, into }: Said): Promise<Case> {
  const params = { path: { report_id } };
  const note = text ? { note: text } : {};
  switch (action) {
    case "assign":
      return got(api.POST("/v1/agency/reports/{report_id}/assign", { params, body: { version, ...(agency_id && { agency_id }), ...note } }));
    case "accept":
      return got(api.POST("/v1/agency/reports/{report_id}/accept", { params, body: { version, ...note } }));
    case "verify":
      return got(api.POST("/v1/agency/reports/{report_id}/verify", { params, body: { version, ...note } }));
    case "resume":
      return got(api.POST("/v1/agency/reports/{report_id}/resume", { params, body: { version, ...note } }));
    case "ask":
      return got(api.POST("/v1/agency/reports/{report_id}/ask", { params, body: { version, question: text } }));
    case "consult":
      return got(api.POST("/v1/agency/reports/{report_id}/consult", { params, body: { version, note: text } }));
    case "bounce":
      return got(api.POST("/v1/agency/reports/{report_id}/bounce", { params, body: { version, note: text, ...(agency_id && { agency_id }) } }));
    case "extend":
      return got(api.POST("/v1/agency/reports/{report_id}/extend", { params, body: { version, amount, note: text } }));
    case "split":
      return got(api.POST("/v1/agency/reports/{report_id}/split", { params, body: { version, agency_ids, note: text } }));
    case "merge":
      return got(api.POST("/v1/agency/reports/{report_id}/merge", { params, body: { version, into, ...note } }));
    case "answer":
      return got(api.POST("/v1/agency/reports/{report_id}/answer", { params, body: { version, answer: text } }));
    case "close":
      return got(api.POST("/v1/agency/reports/{report_id}/close", { params, body: { version, ...note } }));
    case "refuse":
      return got(api.POST("/v1/agency/reports/{report_id}/refuse", { params, body: { version, reason: (reason ?? "not_our_matter") as "not_our_matter", ...note } }));
    default:
      return got(api.POST("/v1/agency/reports/{report_id}/reopen", { params, body: { version, granted: action === "reopen", note: text } }));
  }
}

/** A photo of the result to its place; the same bytes again change nothing. */
export const sendResultPhoto = (report_id: string, position: number, blob: Blob): Promise<void> =>
  done(
    api.PUT("/v1/agency/reports/{report_id}/photos/{position}", {
      params: { path: { report_id, position } },
      body: blob as never,
      bodySerializer: (bytes: unknown) => bytes as Blob,
      headers: { "Content-Type": blob.type || "image/jpeg" },
    }),
  );

export const askTemplates = (report_id: string) => got(api.GET("/v1/agency/reports/{report_id}/templates", { params: { path: { report_id } } }));
export const askAlarms = () => got(api.GET("/v1/agency/alarms"));
export const askAgencies = () => got(api.GET("/v1/agencies", { params: { query: { limit: 100 } } }));
export const askCategories = () => got(api.GET("/v1/report-categories"));
