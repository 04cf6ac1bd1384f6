/** What a province sets for its desks: ready answers, and the ladder of reminders. */
export { LadderDesk } from "./desks/ladder";
export { Templates } from "./desks/templates";
