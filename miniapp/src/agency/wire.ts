/** What the desk asks of the API. */
import { api, got } from "../api/client";
import type { Page } from "../api/types";
import type { Action, Case, CaseLine, State } from "./shapes";

const MOST_PAGES = 10;

export const askCases = (state: State | null, cursor: string | null): Promise<Page<CaseLine>> =>
  got(api.GET("/v1/agency/reports", { params: { query: { limit: 50, ...(state && { state }), ...(cursor && { cursor }) } } }));

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
}

export function act(report_id: string, action: Action, { version, text, reason, agency_id }: Said): Promise<Case> {
  const params = { path: { report_id } };
  const note = text ? { note: text } : {};
  switch (action) {
    case "assign":
      return got(api.POST("/v1/agency/reports/{report_id}/assign", { params, body: { version, ...(agency_id && { agency_id }), ...note } }));
    case "accept":
      return got(api.POST("/v1/agency/reports/{report_id}/accept", { params, body: { version, ...note } }));
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

export const askAgencies = () => got(api.GET("/v1/agencies", { params: { query: { limit: 100 } } }));
export const askCategories = () => got(api.GET("/v1/report-categories"));
