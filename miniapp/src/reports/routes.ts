/** Screens of field reports, for those who send them and those who look around. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/p", title: "Phản ánh của tôi", screen: () => import("./mine/mine") },
  { path: "/p/moi", title: "Gửi phản ánh", screen: () => import("./new"), tab: "/p" },
  { path: "/p/:id", title: "Phản ánh", screen: () => import("./mine/mine-one"), tab: "/p" },
  { path: "/gan", title: "Phản ánh quanh tôi", screen: () => import("./around/near") },
  { path: "/gan/:id", title: "Phản ánh", screen: () => import("./around/public-one"), tab: "/gan" },
  { path: "/cho-gui", title: "Chờ gửi", screen: () => import("./queue/waiting"), tab: "/p" },
];
