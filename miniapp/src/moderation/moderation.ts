/** The moderator's desk. */
export { One } from "./one";
export { Queue } from "./queue";
