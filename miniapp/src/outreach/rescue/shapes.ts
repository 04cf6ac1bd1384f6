/** What one phone carries for another: sealed, so that only the server can read it. */
export interface Carried {
  /** Of the sealed words: the same file twice is one. */
  id: string;
  sealed: string;
  taken_at: string;
  state: "queued" | "sent" | "refused";
  reason: string | null;
}

/** The server's half of the key is fetched while there is a network; this phone has not been on one yet. */
export class NoKey extends Error {}
