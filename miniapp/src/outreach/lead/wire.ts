/** What the leader's desk asks of the API. */
import { api, done, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type Overview = Shapes["Overview"];
export type Doubt = Shapes["Doubt"];
export type HelpCall = Shapes["HelpCall"];
export type WaitingLine = Shapes["WaitingLine"];
export type HoldLine = Shapes["HoldLine"];
export type ConflictLine = Shapes["ConflictLine"];

const of = (team_id: string) => ({ params: { query: { team_id } } });

export const askOverview = (team_id: string) => got(api.GET("/v1/outreach/supervision", of(team_id)));
export const askDoubts = (team_id: string) => got(api.GET("/v1/outreach/doubts", of(team_id)));
export const reviewDoubt = (body: Shapes["Review"]) => done(api.POST("/v1/outreach/doubts/review", { body }));
export const askCalls = () => got(api.GET("/v1/outreach/help-calls"));
export const answerCall = (call_id: string, answer: string) =>
  got(api.POST("/v1/outreach/help-calls/{call_id}/answer", { params: { path: { call_id } }, body: { answer } }));

export const askInstalls = (team_id: string) => got(api.GET("/v1/outreach/installs", of(team_id)));
export type InstallLine = Awaited<ReturnType<typeof askInstalls>>["items"][number];
export const revokeInstall = (install_id: string, reason: string) =>
  got(api.POST("/v1/outreach/installs/{install_id}/revoke", { params: { path: { install_id } }, body: { reason, wipe: true } }));
export const askWaiting = (team_id: string) => got(api.GET("/v1/outreach/quarantine", of(team_id)));
export const decideWaiting = (install_id: string, body: Shapes["NewDecision"]) =>
  got(api.POST("/v1/outreach/quarantine/{install_id}/decide", { params: { path: { install_id } }, body }));
export const askHolds = (team_id: string) => got(api.GET("/v1/outreach/holds", of(team_id)));
export const askConflicts = (open_only: boolean) => got(api.GET("/v1/outreach/conflicts", { params: { query: { open_only } } }));
export const resolveConflict = (conflict_id: number, keep: "first" | "second") =>
  got(api.POST("/v1/outreach/conflicts/{conflict_id}/resolve", { params: { path: { conflict_id } }, body: { keep } }));
