/** Publishing and ending warnings. */
export { NewWarning } from "./warning-form";
export { Warning, Warnings } from "./warnings";
