/** The words of badges, thanks, trainings and invitations: without those of the walk, which officers do not load. */
import { words } from "../../ui/words";
import vi from "./crew.json";

export const t = words(vi);
