/** The words of badges, thanks, trainings and invitations: without those of the walk, which officers do not load. */
import { me } from "../../api/session";
import { words } from "../../ui/words";
import vi from "./crew.json";

export const t = words(vi);

/** The team one leads, for who comes to its screen without saying which. */
export const led = (): string => me.value?.teams.find((one) => one.leads)?.id ?? "";
