/** Everything that can wait in the outbox, and the code that sends it (fetched when needed). */
import type { Kind } from "./outbox";

export const kinds = {
  /** Goes ahead of all others. */
  sos: () => import("../rescue/sending").then((found): Kind => found.sosKind),
  report: () => import("../reports/sending").then((found): Kind => found.reportKind),
};
