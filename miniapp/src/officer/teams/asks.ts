/** What forming and ending teams asks of the API. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type TeamCard = Shapes["TeamCard"];
export type TeamPlan = Shapes["TeamPlan"];
export type HamletName = Shapes["HamletName"];
export type TeamArea = TeamPlan["area"];

export const askTeams = (commune: string | null) => got(api.GET("/v1/outreach/teams", { params: { query: commune ? { commune } : {} } }));
export const askHamlets = (commune: string) => got(api.GET("/v1/outreach/hamlets", { params: { query: { commune } } }));
export const askFigure = (province: string) => got(api.GET("/v1/outreach/training-figure", { params: { query: { province } } }));
export const askTeam = (team_id: string) => got(api.GET("/v1/outreach/teams/{team_id}", { params: { path: { team_id } } }));
export const formTeam = (body: TeamPlan) => got(api.POST("/v1/outreach/teams", { body }));
export const moveTeam = (team_id: string, body: TeamArea) => got(api.POST("/v1/outreach/teams/{team_id}/area", { params: { path: { team_id } }, body }));
export const dissolveTeam = (team_id: string, reason: string) =>
  got(api.POST("/v1/outreach/teams/{team_id}/dissolve", { params: { path: { team_id } }, body: { reason } }));
