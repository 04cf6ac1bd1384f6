/** The words of drawing an area. */
import { words } from "../../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
