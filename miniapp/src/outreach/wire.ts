/** What the walk asks of the API. */
import { api, got } from "../api/client";
import type { NextDoor, Pull } from "./pulled";
import type { NewEvent, SyncAnswer } from "./shapes";

interface SyncBatch {
  install_id: string;
  device_time: string;
  events: NewEvent[];
}

export const askSync = (body: SyncBatch): Promise<SyncAnswer> => got(api.POST("/v1/outreach/sync", { body }));

export const askPull = (cursor: string | null): Promise<Pull> =>
  got(api.GET("/v1/outreach/pull", { params: { query: cursor ? { cursor } : {} } }));

export const askTonight = (): Promise<{ items: NextDoor[] }> => got(api.GET("/v1/outreach/tonight", { params: { query: {} } }));
