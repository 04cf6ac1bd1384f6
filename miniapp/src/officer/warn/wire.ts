/** What the desk of warnings asks of the API: drafts, drawn areas, feeds of others. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";
import type { AlertContent, AlertDraft, Feeds, Touched } from "../shapes";

export type { Feeds };
export type Feed = Feeds["items"][number];
export type FeedSettings = components["schemas"]["AlertFeedSettings"];

const draftPath = (draft_id: string) => ({ params: { path: { draft_id } } });
export const askDrafts = (): Promise<AlertDraft[]> => got(api.GET("/v1/alert-drafts")).then((list) => list.items);
export const askDraft = (id: string): Promise<AlertDraft> => got(api.GET("/v1/alert-drafts/{draft_id}", draftPath(id)));
export const saveDraft = (id: string, content: AlertContent, version: number | null): Promise<AlertDraft> =>
  got(api.PUT("/v1/alert-drafts/{draft_id}", { ...draftPath(id), body: { content, version } }));
export const sendDraft = (id: string, version: number): Promise<AlertDraft> => got(api.POST("/v1/alert-drafts/{draft_id}/send", { ...draftPath(id), body: { version } }));
export const approveDraft = (id: string, version: number): Promise<AlertDraft> =>
  got(api.POST("/v1/alert-drafts/{draft_id}/approve", { ...draftPath(id), body: { version } }));
export const refuseDraft = (id: string, version: number, reason: string): Promise<AlertDraft> =>
  got(api.POST("/v1/alert-drafts/{draft_id}/refuse", { ...draftPath(id), body: { version, reason } }));
export const dropDraft = (id: string, version: number): Promise<AlertDraft> => got(api.POST("/v1/alert-drafts/{draft_id}/drop", { ...draftPath(id), body: { version } }));
export const lookAtArea = (polygons: [number, number][][], circles: AlertContent["circles"]): Promise<Touched> =>
  got(api.POST("/v1/alert-areas", { body: { polygons, circles: circles ?? [] } }));
export const putFeed = (name: string, body: FeedSettings): Promise<Feeds> => got(api.PUT("/v1/admin/alert-feeds/{name}", { params: { path: { name } }, body }));
export const dropFeed = async (name: string): Promise<null> => {
  await got(api.DELETE("/v1/admin/alert-feeds/{name}", { params: { path: { name } } }));
  return null;
};
export const askFeeds = (): Promise<Feeds> => got(api.GET("/v1/alert-feeds"));
