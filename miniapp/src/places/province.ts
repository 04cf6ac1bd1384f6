/** The province this app serves. */
export const PROVINCE = __PROVINCE__;
