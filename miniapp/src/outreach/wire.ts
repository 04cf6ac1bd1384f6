/** What the walk asks of the API. */
import { api, done, got } from "../api/client";
import { Refused } from "../api/failure";
import type { Page } from "../api/types";
import type { Columns } from "./columns";
import type { Packed } from "./packed";
import type { NextDoor } from "./pulled";
import type { NewEvent, SyncAnswer } from "./shapes";

export interface SyncRequest {
  install_id: string;
  device_time: string;
  events: NewEvent[];
  packed?: Packed;
  session_id?: string;
  device_mono?: number;
  rtt_ms: number;
  last_seq: number;
  pending: number;
  app_version: string;
  brief: boolean;
  wiped: boolean;
  public_key?: string;
  proof?: string;
}

const JSON_HEADERS = { "Content-Type": "application/json" };

/** Of an evening's visits a third remains. */
async function zipped(words: string): Promise<{ headers: Record<string, string>; body: Blob }> {
  const stream = new Blob([words]).stream().pipeThrough(new CompressionStream("gzip"));
  return { headers: { ...JSON_HEADERS, "Content-Encoding": "gzip" }, body: await new Response(stream).blob() };
}

/** Something between here and the server loses the word that a body is gzipped: then it goes plain. */
let unzippable = false;

export async function askSync(request: SyncRequest): Promise<SyncAnswer> {
  const words = JSON.stringify(request);
  const send = ({ headers, body }: { headers: Record<string, string>; body: Blob | string }) =>
    got(api.POST("/v1/outreach/sync", { body: request as never, bodySerializer: () => body, headers })) as Promise<SyncAnswer>;
  const plain = { headers: JSON_HEADERS, body: words };
  if (unzippable || typeof CompressionStream !== "function") return send(plain);
  try {
    return await send(await zipped(words));
  } catch (error) {
    if (!(error instanceof Refused) || ![400, 415].includes(error.status)) throw error;
    const answer = await send(plain);
    unzippable = true;
    return answer;
  }
}

export const askRescueKey = (): Promise<string> => got(api.GET("/v1/outreach/rescue-key")).then((found) => found.public_key);
export const bringHome = (sealed: string): Promise<unknown> => got(api.POST("/v1/outreach/rescued", { body: { sealed } }));

export const askPull = (cursor: string | null): Promise<Columns> =>
  got(api.GET("/v1/outreach/pull/columns", { params: { query: { ids: true, short: true, ...(cursor && { cursor }) } } }));

export const askTonight = (): Promise<{ items: NextDoor[] }> => got(api.GET("/v1/outreach/tonight", { params: { query: {} } }));

export interface Member {
  id: string;
  person_id: string;
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
