/** What threatens, as a sign: one for each kind of Decision 18/2021 (`alert_hazard.icon`), always beside its name. */
export const SIGNS: Record<string, string> = {
  storm: "M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM15 12c0-5-3-8-9-8 3 1 4 3 4 5M9 12c0 5 3 8 9 8-3-1-4-3-4-5",
  rain: "M7 13a4 4 0 0 1 .5-8A5 5 0 0 1 17 6.500 3.500 3.500 0 0 1 17 13zM8 16l-1 4M12 16l-1 4M16 16l-1 4",
  flood: "M5 14v-4l7-6 7 6v4M3 17c2-1.500 4-1.500 6 0s4 1.500 6 0 4-1.500 6 0M3 21c2-1.500 4-1.500 6 0s4 1.500 6 0 4-1.500 6 0",
  "flash-flood": "M3 4l6 5M9 4l4 4M21 8c-4 0-6 2-8 5s-5 4-10 4M21 13c-3 0-5 2-7 4s-5 3-9 3",
  landslide: "M2 20L11 5l3 5M2 20h20M13 12h.01M16 12h.01M15 15h.01M18 15h.01M17 18h.01M21 18h.01",
  heat: "M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2",
  drought: "M3 9h18M8 9l2 4-3 3 2 5M15 9l-2 5 4 2-1 5M10 13l3 1",
  salt: "M12 3s6 6.500 6 11a6 6 0 0 1-12 0c0-4.500 6-11 6-11zM9 14c1-1 2-1 3 0s2 1 3 0",
  wind: "M3 9h11a3 3 0 1 0-3-3M3 13h15a3 3 0 1 1-3 3M3 17h7a2 2 0 1 1-2 2",
  fog: "M4 7h16M3 11h12M18 11h3M4 15h4M11 15h9M6 19h12",
  surge: "M3 20h18M3 15c3 0 3-9 9-9 4 0 6 3 5 5-1-1-4-1-4 2 0 2 2 3 4 3h4",
  whirlwind: "M4 5h16M6 9h12M9 13h8M11 17h4M12 21h1",
  lightning: "M13 2L5 14h6l-1 8 8-12h-6z",
  hail: "M7 12a4 4 0 0 1 .5-8A5 5 0 0 1 17 5.500 3.500 3.500 0 0 1 17 12zM8 17h.01M12 16h.01M16 17h.01M10 21h.01M14 21h.01",
  cold: "M12 2v20M3.500 7l17 10M20.500 7l-17 10M12 6l-2-2M12 6l2-2M12 18l-2 2M12 18l2 2",
  fire: "M12 2c1 4 6 6 6 12a6 6 0 0 1-12 0c0-3 2-4 2-7 2 1 3 2 3 4 1-2 2-5 1-9z",
  earthquake: "M2 12h4l2-6 3 12 3-9 2 6 2-3h4",
  tsunami: "M2 20c3 0 4-4 4-8 0-5 4-8 9-8 4 0 6 3 6 5-2-2-6-1-6 3 0 5 4 8 7 8z",
};

export function Hazard({ alert: { icon, hazard_name } }: { alert: { icon: string; hazard_name: string } }) {
  return (
    <span class="hazard">
      <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={SIGNS[icon] ?? ""} />
      </svg>
      {hazard_name}
    </span>
  );
}
