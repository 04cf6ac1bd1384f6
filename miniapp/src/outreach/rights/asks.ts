/** What the screens of people's rights ask of the API. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type MyRequest = Shapes["MyRequest"];
export type RequestKind = Shapes["RequestKind"];
export type RequestStep = Shapes["RequestStep"];
export type RightsExport = Shapes["RightsExport"];

export const askMine = () => got(api.GET("/v1/outreach/my-rights-requests"));
export const ask = (body: Shapes["NewRightsRequest"]) => got(api.POST("/v1/outreach/my-rights-requests", { body }));
export const takeBack = (request_id: string) => got(api.POST("/v1/outreach/my-rights-requests/{request_id}/take-back", { params: { path: { request_id } } }));
export const askExport = (request_id: string) => got(api.GET("/v1/outreach/rights-requests/{request_id}/export", { params: { path: { request_id } } }));
export const askForHousehold = (body: Shapes["NewRequestOfHousehold"]) => got(api.POST("/v1/outreach/rights-requests", { body }));
