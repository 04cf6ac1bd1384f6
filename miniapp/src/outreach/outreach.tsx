/** The evening's walk: tonight, and the houses. */
export { Homes } from "./list/homes";
export { Today } from "./list/today";
