/** The inbox, and what is told outside the app. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/tb", title: "Thông báo", screen: () => import("./inbox"), tab: "/" },
  { path: "/tb/nhan", title: "Nhận tin ở đâu", screen: () => import("./preferences"), tab: "/" },
];
