/** The words of this part, with those of all warnings. */
import { words } from "../../../ui/words";
import warn from "../vi.json";
import vi from "./vi.json";

export const t = words({ ...warn, ...vi });
