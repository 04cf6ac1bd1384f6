/** Readings to judge and orders to record. */
export { Gauges } from "./gauges/desk";
