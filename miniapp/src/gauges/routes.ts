/** Screens of rivers, rain, reservoirs, and of the flood map. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/muc-nuoc", title: "Mực nước, mưa, hồ chứa", screen: () => import("./board"), tab: "/" },
  { path: "/muc-nuoc/:code", title: "Trạm đo", screen: () => import("./station"), tab: "/" },
  { path: "/ban-do-lu", title: "Bản đồ mưa lũ", screen: () => import("./flood-map"), tab: "/" },
  { path: "/cb/quan-trac", title: "Số đo cần xem lại", screen: () => import("../officer/officer-gauges").then((all) => ({ default: all.Gauges })), tab: "/cb" },
];
