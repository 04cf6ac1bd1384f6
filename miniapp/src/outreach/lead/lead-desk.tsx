/** The team at one look, and visits to look at. */
export { Desk } from "./desk";
export { Doubts } from "./doubts";
