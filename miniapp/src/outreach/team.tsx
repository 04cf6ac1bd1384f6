/** The team and its members. */
export { TeamScreen as default } from "./team/team";
