/** The words of sending, and of what goes wrong on the way. */
import { asFailure, Refused } from "../../api/failure";
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);

export const why = (error: unknown): string => {
  const failure = asFailure(error);
  return failure instanceof Refused ? [failure.words, ...(failure.problem.errors ?? []).map((one) => one.message)].join(". ") : t("failed_net");
};
