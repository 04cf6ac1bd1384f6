/** The evening's walk: tonight, the houses, one house. */
export { HomeCard } from "./home";
export { Homes } from "./homes";
export { Today } from "./today";
