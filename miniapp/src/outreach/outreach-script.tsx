/** The words to say. */
export { Script } from "./more/script";
