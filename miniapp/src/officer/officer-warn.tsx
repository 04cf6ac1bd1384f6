/** Warnings that are out. */
export { Warning, Warnings } from "./warn/warnings";
