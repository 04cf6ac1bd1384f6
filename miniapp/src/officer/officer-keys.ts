/** Keys of outside systems. */
export { Keys } from "./keys/keys";
