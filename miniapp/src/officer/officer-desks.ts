/** What a province sets for its desks: ready answers, the ladder of reminders, teams; and people's rights. */
export { LadderDesk } from "./desks/ladder";
export { Templates } from "./desks/templates";
export { default as TeamDesk } from "./teams/desks";
