/** Who may do what. */
export { Grants } from "./admin/grants";
