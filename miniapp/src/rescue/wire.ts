/** What these screens ask of the API. */
import { api, got } from "../api/client";
import type { Board, Contact, Incident, Nearby, Standing } from "./shapes";

export const askStanding = (call_id: string, key: string): Promise<Standing> =>
  got(api.GET("/v1/sos/{call_id}", { params: { path: { call_id }, header: { "X-Tracking-Key": key } } }));

export const saySafe = (call_id: string, key: string): Promise<Standing> =>
  got(api.POST("/v1/sos/{call_id}/safe", { params: { path: { call_id }, header: { "X-Tracking-Key": key } } }));

export interface Tagged {
  board: Board;
  tag: string;
}

/** The board, or what is known of it when nothing has changed since. */
export async function askBoard(known: Tagged | null): Promise<Tagged> {
  const asked = await api.GET("/v1/rescue/board", { params: { header: known ? { "If-None-Match": known.tag } : {} } });
  if (known && asked.response.status === 304) return known;
  const board = (await got(Promise.resolve(asked))) as Board;
  return { board, tag: asked.response.headers.get("ETag") ?? "" };
}

export const askNearby = (): Promise<Nearby> => got(api.GET("/v1/rescue/nearby"));

export const askIncident = (incident_id: string): Promise<Incident> =>
  got(api.GET("/v1/rescue/incidents/{incident_id}", { params: { path: { incident_id } } }));

export const act = (incident_id: string, body: { version: number; action: string; note?: string }): Promise<Incident> =>
  got(api.POST("/v1/rescue/incidents/{incident_id}/steps", { params: { path: { incident_id } }, body }));

export const look = async (incident_id: string): Promise<Contact[]> =>
  (await got(api.POST("/v1/rescue/incidents/{incident_id}/look", { params: { path: { incident_id } } }))).items;

export const split = (incident_id: string, body: { version: number; position: number }): Promise<Incident> =>
  got(api.POST("/v1/rescue/incidents/{incident_id}/split", { params: { path: { incident_id } }, body }));

export const merge = (incident_id: string, body: { version: number; into: number }): Promise<Incident> =>
  got(api.POST("/v1/rescue/incidents/{incident_id}/merge", { params: { path: { incident_id } }, body }));

export const agree = (granted: boolean) => got(api.PUT("/v1/me/consents/{purpose}", { params: { path: { purpose: "rescue_help" } }, body: { granted } }));
