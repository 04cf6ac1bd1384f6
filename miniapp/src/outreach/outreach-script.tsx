/** The words to say, and the team. */
export { Script } from "./more/script";
export { TeamScreen } from "./more/team";
