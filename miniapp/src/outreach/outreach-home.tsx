/** One house. */
export { HomeCard } from "./list/home";
