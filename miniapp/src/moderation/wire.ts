/** What moderation asks of the API. */
import { api, got } from "../api/client";
import type { components } from "../api/schema.gen";
import type { Page } from "../api/types";

type Shapes = components["schemas"];
export type ToLook = Shapes["ToLook"];
export type Publication = Shapes["Publication"];
export type SeenPhoto = Shapes["SeenPhoto"];
export type Past = Shapes["Past"];
export type Area = Shapes["Area"];
export type SealedCase = Shapes["SealedCase"];
export type Opening = NonNullable<SealedCase["openings"]>[number];
export type Sender = Shapes["Sender"];

const path = (report_id: string) => ({ path: { report_id } });
const ofPhoto = (photo_id: string) => ({ path: { photo_id } });

export const askQueue = (waiting: boolean, cursor: string | null): Promise<Page<ToLook>> =>
  got(api.GET("/v1/moderation", { params: { query: { limit: 50, waiting, ...(cursor && { cursor }) } } }));
export const askOne = (id: string): Promise<Publication> => got(api.GET("/v1/moderation/{report_id}", { params: path(id) }));

export const setText = (one: Publication, text: string | null): Promise<Publication> =>
  got(api.PUT("/v1/moderation/{report_id}/text", { params: path(one.id), body: { version: one.version, text } }));
export const setPublic = (one: Publication, open: boolean, reason: string | null): Promise<Publication> =>
  got(api.PUT("/v1/moderation/{report_id}/public", { params: path(one.id), body: { version: one.version, public: open, reason } }));
export const finish = (one: Publication): Promise<Publication> =>
  got(api.POST("/v1/moderation/{report_id}/looked", { params: path(one.id), body: { version: one.version } }));
export const revert = (one: Publication, step_id: number): Promise<Publication> =>
  got(api.POST("/v1/moderation/{report_id}/history/{step_id}/revert", { params: { path: { report_id: one.id, step_id } }, body: { version: one.version } }));
export const judge = (one: Publication, photo: string, shown: boolean, reason: string | null): Promise<Publication> =>
  got(api.PUT("/v1/moderation/photos/{photo_id}/shown", { params: ofPhoto(photo), body: { version: one.version, shown, reason } }));
export const blur = (one: Publication, photo: string, areas: Area[], whole: boolean): Promise<Publication> =>
  got(api.PUT("/v1/moderation/photos/{photo_id}/areas", { params: ofPhoto(photo), body: { version: one.version, areas, whole } }));
export const openPhoto = (photo: string, reason: string) => got(api.POST("/v1/moderation/photos/{photo_id}/open", { params: ofPhoto(photo), body: { reason } }));

export const askBoxes = (cursor: string | null): Promise<Page<SealedCase>> =>
  got(api.GET("/v1/sealed", { params: { query: { limit: 50, ...(cursor && { cursor }) } } }));
export const askToOpen = (report_id: string, id: string, reason: string): Promise<SealedCase> =>
  got(api.POST("/v1/sealed/{report_id}/ask", { params: path(report_id), body: { id, reason } }));
const ofOpening = (opening_id: string) => ({ params: { path: { opening_id } } });
export const agree = (id: string): Promise<SealedCase> => got(api.POST("/v1/sealed/openings/{opening_id}/agree", ofOpening(id)));
export const refuse = (id: string): Promise<SealedCase> => got(api.POST("/v1/sealed/openings/{opening_id}/refuse", ofOpening(id)));
export const readBox = (id: string): Promise<Sender> => got(api.POST("/v1/sealed/openings/{opening_id}/read", ofOpening(id)));
