/** The one door to the API: typed by its OpenAPI, with the session's token and a time limit. */
import createClient from "openapi-fetch";
import { Refused, Unreachable, type ProblemBody } from "./failure";
import type { paths } from "./schema.gen";
import { refreshed, session } from "./session";
import type { Session } from "./types";

const TIME_LIMIT = 20_000;
const UPLOAD_LIMIT = 90_000;

async function limited(request: Request): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), request.method === "PUT" ? UPLOAD_LIMIT : TIME_LIMIT);
  // Whoever asked may lose interest.
  request.signal.addEventListener("abort", () => stop.abort());
  try {
    return await fetch(request, { signal: stop.signal });
  } catch (error) {
    throw new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}

async function askRefresh(refresh_token: string): Promise<Session | null> {
  const response = await limited(
    new Request(`${__API_URL__}/v1/auth/refresh`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ refresh_token }),
    }),
  );
  if (response.ok) return (await response.json()) as Session;
  if (response.status >= 500 || response.status === 429) throw new Unreachable("refresh");
  return null;
}

/** Sends with the token; an expired one is refreshed once, a dead one is dropped. */
async function send(request: Request): Promise<Response> {
  const token = session.value?.access_token;
  if (!token || request.url.includes("/v1/auth/")) return limited(request);
  const withToken = (value: string | null) => {
    const copy = new Request(request.clone());
    if (value) copy.headers.set("Authorization", `Bearer ${value}`);
    return copy;
  };
  const response = await limited(withToken(token));
  if (response.status !== 401) return response;
  return limited(withToken(await refreshed(token, askRefresh)));
}

const origin = __API_URL__ || (typeof location === "undefined" ? "" : location.origin);

export const api = createClient<paths>({ baseUrl: origin, fetch: send });

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The data of an answer; throws Refused or Unreachable. */
export async function got<T>(asked: Promise<Answer<T>>): Promise<NonNullable<T>> {
  const { data, error, response } = await asked;
  if (response.ok) return data as NonNullable<T>;
  throw refusedBy(response, error);
}

/** For answers without a body (204). */
export async function done(asked: Promise<Answer<unknown>>): Promise<void> {
  const { error, response } = await asked;
  if (!response.ok) throw refusedBy(response, error);
}

function refusedBy(response: Response, error: unknown): Refused | Unreachable {
  const wait = Number(response.headers.get("Retry-After"));
  const problem = error && typeof error === "object" && "title" in error ? (error as ProblemBody) : null;
  if (!problem && response.status >= 500) return new Unreachable(String(response.status));
  return new Refused(
    response.status,
    problem ?? { type: "", title: response.statusText, status: response.status },
    wait > 0 ? wait : null,
  );
}

/** The address of a file the API serves (photos, CAP). */
export const fileUrl = (path: string): string => `${__API_URL__}${path}`;
