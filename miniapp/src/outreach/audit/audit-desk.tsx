/** Audits and months. */
import "./audit.css";

export { Audits } from "./audits";
export { Months } from "./months";
export { OneAudit } from "./round";
