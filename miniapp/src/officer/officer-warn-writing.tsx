/** Writing a warning. */
export { NewWarning } from "./warn/warning-form";
