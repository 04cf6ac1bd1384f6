/** The words of the book of households. */
import { words } from "../../ui/words";
import vi from "./vi.json";

export const t = words(vi);
