/** Which ways in this installation has switched on besides a code to the phone. */
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";

const HOUR = 3_600_000;
const NONE = { zalo: false, zalo_web: false, province: false, province_factor: false };

export function useWays(): typeof NONE {
  const read = useRead("sign-in-ways", () => got(api.GET("/v1/auth/ways")), { fresh: HOUR });
  return read.data ?? NONE;
}
