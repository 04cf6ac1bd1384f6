/** Two entries of one household: the leader's part. */
export { Duplicates } from "./duplicates";
export { Merge } from "./merge";
