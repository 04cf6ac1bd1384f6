/** The province this app serves. */
export const PROVINCE = "46";
