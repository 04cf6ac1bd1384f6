/** Why two accounts did not become one, what to do instead, and that nothing happened: the same words wherever it is tried. */
import type { Refused } from "../../api/failure";
import { words } from "../../ui/words";
import vi from "./vi.json";

const t = words(vi);

export const notMerged = (refused: Refused): string => `${refused.problem.title}. ${t("refused_why")} ${t("refused_kept")}`;
