/** One house. */
export { HomeCard as default } from "./list/home";
