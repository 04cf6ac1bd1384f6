/** What people look for in the catalogue. */
export { Searches } from "./searches";
