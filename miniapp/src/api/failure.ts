/** What went wrong with a request, in a person's words. */
export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  detail?: string | null;
  errors?: { field: string; message: string }[];
  request_id?: string | null;
}

/** The server answered, and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemBody,
    readonly retryAfter: number | null = null,
  ) {
    super(problem.title);
  }

  /** The last part of the problem's type: "not-found", "invalid" … */
  get slug(): string {
    return this.problem.type.split("/").pop() ?? "";
  }

  get words(): string {
    return this.problem.detail || this.problem.title;
  }
}

/** Nobody answered: no network, no server, or too slow. */
export class Unreachable extends Error {}

export type Failure = Refused | Unreachable;

/** There is no such thing: asking again will not help. */
export const isMissing = (failure: Failure): boolean => failure instanceof Refused && failure.status === 404;

export function asFailure(error: unknown): Failure {
  return error instanceof Refused ? error : new Unreachable(String(error));
}

/** Why it was not done, in the server's words; the given sentence when nobody answered. */
export function whyNot(error: unknown, unreachable: string): string {
  const failure = asFailure(error);
  return failure instanceof Refused ? failure.words : unreachable;
}

/** The same with what is wrong in each field, for who can put it right: staff. */
export function whyNotInFull(error: unknown, unreachable: string): string {
  const failure = asFailure(error);
  return failure instanceof Refused ? [failure.words, ...(failure.problem.errors ?? []).map((one) => one.message)].join(". ") : unreachable;
}
