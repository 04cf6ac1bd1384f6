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
export type Geography = Shapes["History"]["geography"];
export const askRestated = (since: string, until: string, geography: Geography) =>
  got(api.GET("/v1/outreach/registry/restated", { params: { query: { since, until, geography } } }));
export const askHamletsOf = (commune: string) => got(api.GET("/v1/outreach/hamlets", { params: { query: { commune } } }));
export const moveHamlet = (hamlet_id: string, body: Shapes["CommuneChange"]) =>
  done(api.POST("/v1/outreach/hamlets/{hamlet_id}/commune", { params: { path: { hamlet_id } }, body }));
export const settle = (body: Shapes["NotDuplicate"]) => done(api.POST("/v1/outreach/duplicates/settle", { body }));
