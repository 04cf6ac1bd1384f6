/** Which ways in are this person's; a session kept from before the server told of them knows of none. */
import type { LinkedWay, Me } from "../api/types";

export const linkedWays = (person: Me): LinkedWay[] => (person.linked as LinkedWay[] | undefined) ?? (person.phone_masked ? ["phone"] : []);
