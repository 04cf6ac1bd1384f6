/** Households drawn for another team. */
export { Again } from "./again";
