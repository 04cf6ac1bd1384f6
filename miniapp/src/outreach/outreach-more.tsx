/** Putting the list right: houses and people. */
export { EditAdult, NewAdult } from "./more/adult-form";
export { EditHouse, NewHouse } from "./more/house-form";
