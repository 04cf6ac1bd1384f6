/** Tonight's doors, and families that ask. */
export { Evening } from "./evening";
export { Requests } from "./requests";
