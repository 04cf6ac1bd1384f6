/** The words of the desk for people's rights over their data. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
