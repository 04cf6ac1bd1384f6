/** Putting a house right. */
export { EditHouse, NewHouse } from "./more/house-form";
