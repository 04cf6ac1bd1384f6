/** The words of people's rights over their data. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
