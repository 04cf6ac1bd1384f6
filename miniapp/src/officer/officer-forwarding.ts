/** Cases on their way to systems of other agencies. */
import "./forwarding/forwarding.css";

export { Forwarding } from "./forwarding/forwarding";
