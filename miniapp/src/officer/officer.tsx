/** The officer's desk: how far the province has come. */
export { Overview } from "./overview";
