/** What waits to be sent. */
export { Queue } from "./queue-screen";
