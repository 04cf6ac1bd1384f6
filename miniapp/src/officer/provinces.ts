/** The provinces this officer serves. */
import { me } from "../api/session";
import { PROVINCE } from "../places/topology";

export const provincesOf = (): string[] => {
  const mine = (me.value as { province_codes?: string[] } | null)?.province_codes ?? [];
  return mine.length ? mine : [PROVINCE];
};
