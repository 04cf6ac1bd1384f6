/** The words of this part, with those all parts share. */
import { words } from "../../ui/words";
import shared from "../vi.json";
import vi from "./vi.json";

export const t = words({ ...shared, ...vi });
