/** Sending and pulling: fetched when there is a network, and no part of what a day without one needs. */
export { sync } from "./sync";
