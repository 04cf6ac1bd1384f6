/** What was promised, help, and households drawn. */
export { Again } from "./again";
export { Todo } from "./todo";
