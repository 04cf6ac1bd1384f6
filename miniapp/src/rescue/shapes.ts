/** The API's shapes as these screens call them. */
import type { components } from "../api/schema.gen";

type Shapes = components["schemas"];

export type Receipt = Shapes["SosReceipt"];
export type Standing = Shapes["SosStanding"];
export type Board = Shapes["RescueBoard"];
export type Line = Shapes["IncidentLine"];
export type Incident = Shapes["Incident"];
export type Contact = Shapes["Contact"];
export type Nearby = Shapes["RescueNearby"];
