/** The shapes of gauges and of the flood map, taken from the API's OpenAPI. */
import type { components } from "../api/schema.gen";

type Shapes = components["schemas"];
export type Board = Shapes["GaugeBoard"];
export type Station = Shapes["Station"];
export type StationDetail = Shapes["StationDetail"];
export type Measured = Shapes["Measured"];
export type Order = Shapes["Order"];
export type Series = Shapes["GaugeSeries"];
export type Crossing = Shapes["Crossing"];
export type Doubted = Shapes["Doubted"];
/** The generated types say the four edges in two ways. */
export type Picture = Omit<Shapes["Picture"], "box"> & { box: number[] };
export type Cluster = Shapes["Cluster"];
export type Spot = Shapes["Spot"];
export type MapGauge = Shapes["MapGauge"];
export type Sign = Shapes["Sign"];
export type MapRescue = Shapes["MapRescue"];
export type CommandPicture = Omit<Shapes["CommandPicture"], "box"> & { box: number[] };
