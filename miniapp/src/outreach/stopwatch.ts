/** One run of the app and its stopwatch, which nobody can set; it starts again with the page. */
import { uuid7 } from "../offline/uuid7";

export const SESSION = uuid7();
export const stopwatch = (): number => Math.round(performance.now());

export interface Timed {
  device_time: string;
  session_id?: string;
  device_mono?: number;
}

/** The milliseconds a UUIDv7 was made at; NaN for another kind of id. */
export const msOf = (id: string): number => (id[14] === "7" ? Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) : Number.NaN);
