/** The words of sending, and of what goes wrong on the way. */
import { whyNotInFull } from "../../api/failure";
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);

export const why = (error: unknown): string => {
  return whyNotInFull(error, t("failed_net"));
};
