/** Merging is the leader's to decide. */
import { me } from "../../api/session";
import { team } from "../state";

/** Whether this person leads the team whose list is on the phone. */
export const leads = (): boolean => me.value?.teams.some((one) => one.leads && one.id === team.value?.id) ?? false;
