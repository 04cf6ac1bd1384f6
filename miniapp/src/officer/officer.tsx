/** The officer's desk: how far the province has come, and how reports are answered. */
export { Overview } from "./overview";
export { Units } from "./units";
