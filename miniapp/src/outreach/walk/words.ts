/** The words of planning an evening. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
