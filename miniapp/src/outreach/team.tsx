/** The team and its members. */
export { TeamScreen } from "./team/team";
