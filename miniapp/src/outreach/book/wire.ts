/** What the book asks of the API. */
import { api, done, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type Happening = Shapes["Happening"];
export type Duplicate = Shapes["Duplicate"];
export type MergeLine = Shapes["MergeLine"];

export const askHistory = (household_id: string) => got(api.GET("/v1/outreach/households/{household_id}/history", { params: { path: { household_id } } }));
export const askDuplicates = (team_id: string) => got(api.GET("/v1/outreach/duplicates", { params: { query: { team_id } } }));
export const askMerges = (team_id: string) => got(api.GET("/v1/outreach/merges", { params: { query: { team_id } } }));
export const settle = (body: Shapes["NotDuplicate"]) => done(api.POST("/v1/outreach/duplicates/settle", { body }));
