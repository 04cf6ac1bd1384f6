/** The words of the book of households. */
import { words } from "../../ui/words";
import undo from "./undo.json";
import vi from "./vi.json";

export const t = words({ ...undo, ...vi });
