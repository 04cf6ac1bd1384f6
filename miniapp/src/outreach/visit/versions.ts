/** What a visit recorded on this phone says now: as logged, or as last put right. */
import { events, type Recorded } from "../queue";
import type { VisitCorrected, VisitSaid } from "../shapes";

export const corrections = (visit_id: string): Recorded<"visit_corrected">[] =>
  events.value.filter((row) => row.type === "visit_corrected" && row.subject === visit_id && row.state !== "replaced" && row.state !== "rejected") as Recorded<"visit_corrected">[];

export function said(row: Recorded<"visit_logged">): VisitSaid {
  return (corrections(row.subject).at(-1)?.body as VisitCorrected | undefined)?.visit ?? row.body;
}
