/** The words of merging. */
import { words } from "../../ui/words";
import vi from "./merging.json";
import undo from "./undo.json";

export const t = words({ ...undo, ...vi });
