/** What the screens of sending ask of the API, in the shapes of its OpenAPI. */
import { api, done, got } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { Page } from "../../api/types";

type Shapes = components["schemas"];
export type DeadLetter = Shapes["DeadLetter"];
export type DayReport = Shapes["DayReport"];
export type Campaign = Shapes["Campaign"];
export type NewCampaign = Shapes["NewCampaign"];

const some = (cursor: string | null) => ({ limit: 30, ...(cursor && { cursor }) });

export const askToday = (): Promise<DayReport> => got(api.GET("/v1/admin/messages/today"));
export const askDead = (cursor: string | null): Promise<Page<DeadLetter>> => got(api.GET("/v1/admin/messages/dead", { params: { query: some(cursor) } }));
export const resend = (delivery_id: string): Promise<void> => done(api.POST("/v1/admin/messages/{delivery_id}/resend", { params: { path: { delivery_id } } }));
export const giveUp = (delivery_id: string): Promise<void> => done(api.POST("/v1/admin/messages/{delivery_id}/give-up", { params: { path: { delivery_id } } }));

export const askCampaigns = (cursor: string | null): Promise<Page<Campaign>> => got(api.GET("/v1/admin/campaigns", { params: { query: some(cursor) } }));
export const announce = (body: NewCampaign): Promise<Campaign> => got(api.POST("/v1/admin/campaigns", { body }));
export const stop = (campaign_id: string): Promise<Campaign> => got(api.POST("/v1/admin/campaigns/{campaign_id}/stop", { params: { path: { campaign_id } } }));
export const countAudience = (commune_codes: string[]): Promise<number | null> =>
  got(api.POST("/v1/admin/campaigns/audience", { body: { commune_codes } })).then((audience) => audience.people);
