/** Hand-made until `npm run types` has a server to ask; same form as openapi-typescript's `paths`. */
import type { ProblemBody } from "./failure";
import type {
  Alert, Category, Challenge, CommuneLine, Consent, Dossier, Located, Me, MessageList, MyReport, NewReport, Page, PublicLine, ReportLine,
  ProcedureLine, ProcedureList, Purpose, Role, Session,
} from "./types";

interface Takes<Q = never, P = never, H = never> {
  query?: Q;
  path?: P;
  header?: H;
  cookie?: never;
}
interface Op<R, T extends Takes<unknown, unknown, unknown> = Takes, B = never> {
  parameters: T;
  requestBody?: { content: { "application/json": B } };
  responses: {
    200: { headers: Record<string, unknown>; content: { "application/json": R } };
    default: { headers: Record<string, unknown>; content: { "application/problem+json": ProblemBody } };
  };
}
type Json = Record<string, unknown>;
interface ById { query?: never; path: { id: string }; header?: never; cookie?: never }
interface Tracked { query?: never; path: { id: string }; header?: { "X-Tracking-Key"?: string }; cookie?: never }
interface Receipt { id: string; code: string; tracking_key: string; state: string; due_at: string | null; warnings: string[] }

export interface paths {
  "/v1/auth/demo": { post: Op<Session, Takes, { role: Role }> };
  "/v1/auth/zalo": { post: Op<Session, Takes, { zalo_access_token: string }> };
  "/v1/auth/otp": { post: Op<Challenge, Takes, { phone: string }> };
  "/v1/auth/otp/verify": { post: Op<Session, Takes, { challenge_id: string; code: string }> };
  "/v1/auth/sign-out": { post: Op<Json, Takes, { refresh_token: string }> };
  "/v1/me": { get: Op<Me>; patch: Op<Me, Takes, { display_name?: string; home_commune_code?: string }> };
  "/v1/me/consents": { get: Op<Page<Consent>> };
  "/v1/me/consents/{purpose}": { put: Op<Consent, { path: { purpose: Purpose } }, { granted: boolean }> };
  "/v1/communes": { get: Op<Page<CommuneLine>, Takes<{ province?: string; q?: string; limit?: number; cursor?: string }>> };
  "/v1/locate": { get: Op<Located, { query: { lat: number; lon: number; accuracy_m?: number } }> };
  "/v1/procedures": { get: Op<ProcedureList, Takes<{ q?: string; level?: string; limit?: number; cursor?: string }>> };
  "/v1/procedures/{code}": { get: Op<ProcedureLine & Json, { path: { code: string } }> };
  "/v1/life-events": { get: Op<Page<{ id: string; name: string; procedures: { code: string; name: string }[] }>> };
  "/v1/dossiers/lookup": { post: Op<Dossier, Takes, { code: string; phone_last4: string }> };
  "/v1/me/dossiers": { get: Op<Page<Dossier>>; post: Op<Dossier, Takes, { code: string; phone_last4: string }> };
  "/v1/me/dossiers/{id}": { get: Op<Dossier, ById>; delete: Op<Json, ById> };
  "/v1/me/messages": { get: Op<MessageList, Takes<{ cursor?: string; limit?: number }>> };
  "/v1/me/messages/{id}/read": { post: Op<Json, ById> };
  "/v1/me/messages/read-all": { post: Op<Json> };
  "/v1/report-categories": { get: Op<{ items: Category[]; states: { code: string; name: string }[]; refusal_reasons: { code: string; name: string }[] }> };
  "/v1/reports": {
    get: Op<Page<PublicLine>, Takes<{ commune?: string; category?: string; state?: string; bbox?: string; limit?: number; cursor?: string }>>;
    post: Op<Receipt, Takes, NewReport>;
  };
  "/v1/reports/{id}": { get: Op<PublicLine, ById> };
  "/v1/reports/{id}/photos/{position}": { put: { parameters: { path: { id: string; position: number }; header?: { "X-Tracking-Key"?: string } }; requestBody?: { content: { "application/octet-stream": string } }; responses: { 204: { headers: Json; content?: never } } } };
  "/v1/me/reports": { get: Op<Page<ReportLine>> };
  "/v1/me/reports/{id}": { get: Op<MyReport, Tracked> };
  "/v1/me/reports/{id}/rate": { post: Op<Json, Tracked, { stars: number; comment?: string }> };
  "/v1/me/reports/{id}/request-reopen": { post: Op<Json, Tracked, { note: string }> };
  "/v1/alerts": { get: Op<Page<Alert>, Takes<{ commune?: string; active?: boolean; limit?: number }>> };
  "/v1/alerts/{id}": { get: Op<Alert, ById> };
}
