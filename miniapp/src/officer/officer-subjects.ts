/** The subjects people report on: their tree, deadlines and rules. */
export { Subject } from "./subjects/form";
export { Subjects } from "./subjects/list";
