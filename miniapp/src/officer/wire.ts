/** What the officer's and the administrator's screens ask of the API. */
import { api, got } from "../api/client";
import type { Page } from "../api/types";
import type { CoverageReport } from "./coverage";
import type { AlertDraft, FactorReset, Grant, HazardList, NewAlert, NewGrant, StaffAlert, StaffRole } from "./shapes";

export const askCoverage = (province: string): Promise<CoverageReport> =>
  got(api.GET("/v1/outreach/coverage", { params: { query: { province } } }));

export const askHazards = (): Promise<HazardList> => got(api.GET("/v1/alert-hazards"));
export const askAlerts = (cursor: string | null): Promise<Page<StaffAlert>> =>
  got(api.GET("/v1/alerts", { params: { query: { limit: 30, ...(cursor && { cursor }) } } })) as Promise<Page<StaffAlert>>;
export const askAlert = (alert_id: string): Promise<StaffAlert> => got(api.GET("/v1/alerts/{alert_id}", { params: { path: { alert_id } } }));
/** Out at once, or, at levels that need a second officer, a draft that waits for one. */
export const publish = (body: NewAlert): Promise<StaffAlert | AlertDraft> => got(api.POST("/v1/alerts", { body })) as Promise<StaffAlert | AlertDraft>;
export const cancel = (alert_id: string, reason: string): Promise<StaffAlert> =>
  got(api.POST("/v1/alerts/{alert_id}/cancel", { params: { path: { alert_id } }, body: { reason } }));

export async function askCommunes(province: string): Promise<{ code: string; name: string }[]> {
  const all: { code: string; name: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<{ code: string; name: string }> = await got(api.GET("/v1/communes", { params: { query: { province, limit: 100, ...(cursor && { cursor }) } } }));
    all.push(...page.items.map(({ code, name }) => ({ code, name })));
    cursor = page.next ?? null;
  } while (cursor);
  return all;
}

export const askProvinces = () => got(api.GET("/v1/provinces"));
/** Names and numbers are asked for in the body, never in an address. */
export const askGrants = (asked: { words: string; role: StaffRole | null }, cursor: string | null): Promise<Page<Grant>> =>
  got(api.POST("/v1/admin/grants/find", { body: { ...asked, holding: false, limit: 50, ...(cursor && { cursor }) } }));
export const giveRole = (body: NewGrant): Promise<Grant> => got(api.POST("/v1/admin/grants", { body }));
export const takeRole = (grant_id: string, reason: string): Promise<Grant> =>
  got(api.POST("/v1/admin/grants/{grant_id}/revoke", { params: { path: { grant_id } }, body: { reason } }));
export const resetFactor = (person_id: string, reason: string): Promise<FactorReset> =>
  got(api.POST("/v1/admin/people/{person_id}/second-factor/reset", { params: { path: { person_id } }, body: { reason } }));
export const askResets = (cursor: string | null): Promise<Page<FactorReset>> =>
  got(api.GET("/v1/admin/second-factor-resets", { params: { query: { limit: 20, ...(cursor && { cursor }) } } }));
export const askAgencies = () => got(api.GET("/v1/agencies", { params: { query: { limit: 100 } } }));
export const askTeams = () => got(api.GET("/v1/outreach/teams", { params: { query: {} } }));
