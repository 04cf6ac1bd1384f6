/** The visit form. */
export { Visit as default } from "./visit/visit";
