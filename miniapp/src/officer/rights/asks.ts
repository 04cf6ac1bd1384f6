/** What the desk for people's rights asks of the API. */
import { api, got } from "../../api/client";
import type { components } from "../../api/schema.gen";

type Shapes = components["schemas"];
export type RequestLine = Shapes["RequestLine"];
export type CarryOut = Shapes["CarryOut"];

const ONE = "/v1/outreach/rights-requests/{request_id}";
const of = (request_id: string) => ({ params: { path: { request_id } } });

export const askQueue = (closed: boolean) => got(api.GET("/v1/outreach/rights-requests", { params: { query: { closed } } }));
export const askCandidates = (request_id: string, q: string) => got(api.GET(`${ONE}/candidates`, { params: { path: { request_id }, query: { q } } }));
export const findSubject = (id: string, household_id: string, adult_id: string | null) => got(api.POST(`${ONE}/subject`, { ...of(id), body: { household_id, adult_id } }));
export const answer = (id: string, words: string) => got(api.POST(`${ONE}/answer`, { ...of(id), body: { words } }));
export const extend = (id: string, reason: string, third_party: boolean) => got(api.POST(`${ONE}/extend`, { ...of(id), body: { reason, third_party } }));
export const carryOut = (id: string, body: CarryOut) => got(api.POST(`${ONE}/carry-out`, { ...of(id), body }));
export const note = (body: Shapes["NewRightsRequest"]) => got(api.POST("/v1/outreach/rights-requests/office", { body }));
export const refuse = (id: string, words: string) => got(api.POST(`${ONE}/refuse`, { ...of(id), body: { words } }));
export const askExport = (id: string) => got(api.GET(`${ONE}/export`, of(id)));
