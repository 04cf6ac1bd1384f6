/** What waits to be sent. */
export { Queue } from "./sending/queue";
