/** The visit form. */
export { Visit } from "./visit/visit";
