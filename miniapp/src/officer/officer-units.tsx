/** How reports are answered, by unit. */
export { Units } from "./units";
