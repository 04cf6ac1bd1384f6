/** Screens of procedures. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/s", title: "Tìm thủ tục", screen: () => import("./search") },
  { path: "/s/:code", title: "Thủ tục", screen: () => import("./procedure"), tab: "/s" },
  { path: "/viec/:code", title: "Việc trong đời", screen: () => import("./life"), tab: "/s" },
  { path: "/giup", title: "Nhờ giúp", screen: () => import("./help"), tab: "/" },
];
