/** Where a report stands, in words: its state, and whether its deadline is past or was missed. */
import type { PublicReport } from "../api/types";
import { words } from "../ui/words";
import { isOver } from "./states";
import vi from "./vi.json";

const t = words(vi);

export function Standing({ report }: { report: Pick<PublicReport, "state" | "state_name" | "late"> & { urgent?: boolean } }) {
  return (
    <>
      {report.state_name} {report.urgent && <span class="pill wait">{t("urgent_pill")}</span>}{" "}
      {report.late && (isOver(report.state) ? <span class="pill wait">{t("was_late")}</span> : <span class="pill bad">{t("late")}</span>)}
    </>
  );
}
