/** The handler's desk. */
export { CaseScreen } from "./case";
export { Inbox } from "./inbox";
