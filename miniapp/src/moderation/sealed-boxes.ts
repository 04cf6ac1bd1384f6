/** The sealed boxes of tips about crimes. */
export { Boxes } from "./sealed";
