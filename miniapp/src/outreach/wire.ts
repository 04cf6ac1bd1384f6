/** What the walk asks of the API. */
import { api, done, got } from "../api/client";
import type { Page } from "../api/types";
import type { NextDoor, Pull } from "./pulled";
import type { NewEvent, SyncAnswer } from "./shapes";

interface SyncBatch {
  install_id: string;
  device_time: string;
  events: NewEvent[];
}

/** What a newer app may also tell: this one numbers, but does not measure its line and wipes nothing. */
const NO_MORE = { brief: false, last_seq: 0, rtt_ms: 0, wiped: false };

export const askSync = (body: SyncBatch): Promise<SyncAnswer> => got(api.POST("/v1/outreach/sync", { body: { ...NO_MORE, ...body } })) as Promise<SyncAnswer>;

export const askPull = (cursor: string | null): Promise<Pull> =>
  got(api.GET("/v1/outreach/pull", { params: { query: cursor ? { cursor } : {} } }));

export const askTonight = (): Promise<{ items: NextDoor[] }> => got(api.GET("/v1/outreach/tonight", { params: { query: {} } }));

export interface Member {
  id: string;
  person_name: string;
  person_phone: string | null;
  role: string;
  since: string;
  by_name: string | null;
  removable: boolean;
}

const MEMBERS = "/v1/outreach/teams/{team_id}/members";

export const askMembers = (team_id: string, cursor: string | null): Promise<Page<Member>> =>
  got(api.GET(MEMBERS, { params: { path: { team_id }, query: { limit: 50, ...(cursor && { cursor }) } } }));
export const takeIn = (team_id: string, phone: string): Promise<Member> => got(api.POST(MEMBERS, { params: { path: { team_id } }, body: { phone } }));
export const takeOut = (team_id: string, member_id: string, reason: string): Promise<void> =>
  done(api.POST(`${MEMBERS}/{member_id}/take-out`, { params: { path: { team_id, member_id } }, body: { reason } }));
