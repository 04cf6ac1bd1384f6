/** Who answers for which subject. */
export { Routing } from "./routing/routing";
