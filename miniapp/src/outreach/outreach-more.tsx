/** What a volunteer opens now and then: putting the list right, the words to say, the team. */
export { EditAdult, NewAdult } from "./adult-form";
export { EditHouse, NewHouse } from "./house-form";
export { Script } from "./script";
export { TeamScreen } from "./team";
