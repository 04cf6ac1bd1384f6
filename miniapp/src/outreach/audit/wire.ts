/** What audits and months ask of the API. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type Round = Shapes["Round"];
export type RoundResult = Shapes["RoundResult"];
export type MonthLine = Shapes["MonthLine"];
export type Proof = Shapes["Proof"];

const one = (round_id: string) => ({ params: { path: { round_id } } });

export const askRounds = () => got(api.GET("/v1/outreach/audits"));
export const openRound = (province_code: string, size: number) => got(api.POST("/v1/outreach/audits", { body: { province_code, size } }));
export const drawRound = (id: string) => got(api.POST("/v1/outreach/audits/{round_id}/draw", one(id)));
export const closeRound = (id: string) => got(api.POST("/v1/outreach/audits/{round_id}/close", one(id)));
export const askResult = (id: string) => got(api.GET("/v1/outreach/audits/{round_id}", one(id)));
export const askDraws = (id: string) => got(api.GET("/v1/outreach/audits/{round_id}/draws", one(id)));
export const askProof = (id: string) => got(api.GET("/v1/outreach/audits/{round_id}/proof", one(id)));

export const askMonths = (commune: string) => got(api.GET("/v1/outreach/months", { params: { query: { commune } } }));
export const closeMonth = (province_code: string, month: string) => got(api.POST("/v1/outreach/months/close", { body: { province_code, month } }));
