/** Telephone numbers that must work with no network at all; the province's own line comes from its settings. */
export const HOTLINE = __HOTLINE__;
