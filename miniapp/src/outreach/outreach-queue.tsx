/** What waits to be sent. */
export { Queue as default } from "./sending/queue";
