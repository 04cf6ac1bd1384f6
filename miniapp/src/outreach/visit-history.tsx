/** What became of a visit. */
export { VisitHistory } from "./history/history";
