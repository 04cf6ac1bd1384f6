/** Another phone carries what this one cannot send. */
export { Carry } from "./rescue/carry";
