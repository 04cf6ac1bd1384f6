/** Putting a person right. */
export { EditAdult, NewAdult } from "./more/adult-form";
