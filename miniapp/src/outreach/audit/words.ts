/** The words of audits and months. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
