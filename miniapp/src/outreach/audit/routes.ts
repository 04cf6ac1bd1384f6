/** Audits and months, for officers. */
import type { Route } from "../../main/router";

export const routes: Route[] = [
  { path: "/cb/kiem-tra", title: "Thăm lại theo rút thăm", screen: () => import("./audits") },
  { path: "/cb/kiem-tra/:id", title: "Đợt thăm lại", screen: () => import("./round") },
  { path: "/cb/thang", title: "Số liệu từng tháng", screen: () => import("./months") },
];
