/** The words of this part. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
