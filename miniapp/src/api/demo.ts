/** Whether this installation is a demo: nobody in it is real, and everything must say so. */
import { api, got } from "./client";
import { useRead } from "./read";

const HOUR = 3_600_000;

export function useDemo(): boolean {
  const read = useRead("health", () => got(api.GET("/healthz")), { fresh: HOUR });
  return read.data?.demo ?? false;
}
