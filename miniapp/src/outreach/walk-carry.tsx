/** Another phone carries what this one cannot send. */
export { Carry as default } from "./rescue/carry";
