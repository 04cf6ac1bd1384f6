/** The platform of this build; the other one is dropped by the bundler. */
import type { Platform } from "./types";
import { web } from "./web";
import { zalo } from "./zalo";

export const platform: Platform = __ZALO__ ? zalo : web;
export { updateReady } from "./update";
export type { Platform, Spot } from "./types";
