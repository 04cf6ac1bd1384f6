/** Typing in a sheet. */
export { Typing } from "./typing";
