/** The words of the leader's desk. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
