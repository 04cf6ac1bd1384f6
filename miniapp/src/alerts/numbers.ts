/** Telephone numbers that must work with no network at all; the province's own line comes from its settings. */
export const HOTLINE = __HOTLINE__;

export const EMERGENCY = [
  { phone: "114", word: "fire" },
  { phone: "113", word: "police" },
  { phone: "115", word: "ambulance" },
  { phone: "112", word: "rescue" },
] as const;
