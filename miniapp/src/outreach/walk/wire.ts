/** What planning an evening asks of the API. */
import { api, done, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type NextDoor = Shapes["NextDoor"];
export type Sheet = Shapes["Sheet"];
export type SheetEntry = Shapes["SheetEntry"];
export type Entered = Shapes["Entered"];
export type FollowUp = Shapes["FollowUp"];
export type HelpCall = Shapes["HelpCall"];
export type AuditDoor = Shapes["AuditDoor"];
export type VisitRequest = Shapes["VisitRequest"];

export const askDoors = () => got(api.GET("/v1/outreach/tonight", { params: { query: { limit: 60 } } }));
export const askWalk = () => got(api.GET("/v1/outreach/walk", { params: { query: {} } }));
export const askHeld = () => got(api.GET("/v1/outreach/leases", { params: { query: {} } }));
export const takeDoors = (household_ids: string[]) => got(api.POST("/v1/outreach/leases", { body: { household_ids } }));
export const releaseDoors = (household_ids: string[]) => got(api.POST("/v1/outreach/leases/release", { body: { household_ids } }));

export const printSheet = (household_ids: string[]) => got(api.POST("/v1/outreach/walk/sheets", { body: { household_ids } }));
export const askSheet = (no: number) => got(api.GET("/v1/outreach/walk/sheets/{no}", { params: { path: { no } } }));
export const enterLine = (body: SheetEntry) => got(api.POST("/v1/outreach/walk/sheet-entries", { body }));

export const askFollowUps = (team_id: string) => got(api.GET("/v1/outreach/follow-ups", { params: { query: { team_id } } }));
export const settle = (body: Shapes["Settlement"]) => done(api.POST("/v1/outreach/follow-ups/settle", { body }));
export const askCalls = () => got(api.GET("/v1/outreach/help-calls"));
export const callForHelp = (body: Shapes["NewHelpCall"]) => got(api.POST("/v1/outreach/help-calls", { body }));
export const askMyAudits = () => got(api.GET("/v1/outreach/audits/mine"));
export const askMyDoubts = (team_id: string) => got(api.GET("/v1/outreach/doubts/mine", { params: { query: { team_id } } }));

export const askRequests = () => got(api.GET("/v1/outreach/visit-requests", { params: { query: {} } }));
export const placeRequest = (request_id: string, household_id: string | null) =>
  got(api.POST("/v1/outreach/visit-requests/{request_id}/place", { params: { path: { request_id }, query: {} }, body: { household_id } }));
