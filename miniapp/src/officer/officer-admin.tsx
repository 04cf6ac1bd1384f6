/** Who may do what. */
export { Grants } from "./grants";
