/** The leader's desk. */
import type { Route } from "../../main/router";

export const routes: Route[] = [
  { path: "/tn/to/ban", title: "Bàn tổ trưởng", screen: () => import("./lead-desk") },
  { path: "/tn/to/xem-lai", title: "Lượt thăm nên xem lại", screen: () => import("./doubts") },
  { path: "/tn/to/may", title: "Máy của tổ", screen: () => import("./phones") },
  { path: "/tn/to/khac-nhau", title: "Hai người sửa khác nhau", screen: () => import("./conflicts") },
];
