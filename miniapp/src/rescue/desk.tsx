/** The command post's and the volunteers' screens, fetched together. */
export { BoardScreen } from "./board";
export { IncidentScreen } from "./incident";
export { NearScreen } from "./near";
