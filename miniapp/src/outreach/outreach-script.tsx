/** The words to say. */
export { Script as default } from "./more/script";
