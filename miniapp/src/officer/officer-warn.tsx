/** Publishing and ending warnings. */
export { NewWarning } from "./warn/warning-form";
export { Warning, Warnings } from "./warn/warnings";
