/** The words of forming and ending teams. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
