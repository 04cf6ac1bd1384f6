/** What is read for several screens of gauges. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";

export const useBoard = () => useRead("gauges", () => got(api.GET("/v1/gauges")));
