/** Screens of an evening: which doors, on paper, what was promised, who asked, households drawn. */
import type { Route } from "../../main/router";

export const routes: Route[] = [
  { path: "/tn/di", title: "Đi đâu tối nay", screen: () => import("./evening") },
  { path: "/tn/giay", title: "Nhập phiếu giấy", screen: () => import("./typing") },
  { path: "/tn/giay/:no", title: "Phiếu giấy", screen: () => import("./sheet") },
  { path: "/tn/viec", title: "Việc đã hứa", screen: () => import("./todo") },
  { path: "/tn/nho", title: "Gia đình nhờ đến giúp", screen: () => import("./requests") },
  { path: "/tn/tham-lai", title: "Thăm lại theo rút thăm", screen: () => import("./again") },
];
