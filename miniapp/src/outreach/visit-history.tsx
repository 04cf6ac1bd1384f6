/** What became of a visit. */
export { VisitHistory as default } from "./history/history";
