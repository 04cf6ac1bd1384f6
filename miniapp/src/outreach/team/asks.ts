/** What the team's screens ask of the API: badge, thanks, trainings, invitations. */
import { api, done, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type Badge = Shapes["Badge"];
export type BadgeAnswer = Shapes["BadgeAnswer"];
export type Recognition = Shapes["Recognition"];
export type Thanks = Shapes["Thanks"];
export type Training = Shapes["Training"];
export type TrainingBook = Shapes["TrainingBook"];
export type TrainingFigure = Shapes["TrainingFigure"];
export type NewTraining = Shapes["NewTraining"];
export type Invitation = Shapes["Invitation"];
export type MyInvitation = Shapes["MyInvitation"];

const INVITATIONS = "/v1/outreach/teams/{team_id}/invitations";

export const openBadge = (team_id: string, anew = false) => got(api.POST("/v1/outreach/badge", { body: { team_id, anew } }));
export const checkBadge = (token: string) => got(api.POST("/v1/outreach/badge-checks", { body: { token } }));
export const askThanks = (team_id: string) => got(api.GET("/v1/outreach/recognition", { params: { query: { team_id } } }));

export const askTrainings = (team_id: string) => got(api.GET("/v1/outreach/trainings", { params: { query: { team_id } } }));
export const recordTraining = (body: NewTraining) => got(api.POST("/v1/outreach/trainings", { body }));
export const voidTraining = (training_id: string, reason: string) =>
  done(api.POST("/v1/outreach/trainings/{training_id}/void", { params: { path: { training_id } }, body: { reason } }));

export const askInvitations = (team_id: string) => got(api.GET(INVITATIONS, { params: { path: { team_id } } }));
export const invite = (team_id: string, phone: string, role: "volunteer" | "team_leader" = "volunteer") =>
  got(api.POST(INVITATIONS, { params: { path: { team_id } }, body: { phone, role } }));
export const withdrawInvitation = (team_id: string, invitation_id: string) =>
  done(api.POST(`${INVITATIONS}/{invitation_id}/withdraw`, { params: { path: { team_id, invitation_id } } }));
export const askMyInvitations = () => got(api.GET("/v1/me/team-invitations"));
export const answerInvitation = (invitation_id: string, yes: boolean) =>
  yes
    ? done(api.POST("/v1/me/team-invitations/{invitation_id}/accept", { params: { path: { invitation_id } } }))
    : done(api.POST("/v1/me/team-invitations/{invitation_id}/decline", { params: { path: { invitation_id } } }));
