/** Phones, what waits, and edits that met. */
export { Conflicts } from "./conflicts";
export { Phones } from "./phones";
