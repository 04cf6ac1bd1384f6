/** Screens of the team on foot: a few lazy parts, all kept on the phone by the service worker. */
import type { Route, Screen } from "../main/router";
import { routes as team } from "./team/routes";
import { routes as askingRoutes } from "./asking/routes";
import { routes as auditRoutes } from "./audit/routes";
import { routes as leadRoutes } from "./lead/routes";
import { routes as bookRoutes } from "./book/routes";
import { routes as walkRoutes } from "./walk/routes";

const walk = (pick: (all: typeof import("./outreach")) => Screen) => () => import("./outreach").then((all) => ({ default: pick(all) }));
const more = (pick: (all: typeof import("./outreach-more")) => Screen) => () => import("./outreach-more").then((all) => ({ default: pick(all) }));
const person = (pick: (all: typeof import("./outreach-person")) => Screen) => () => import("./outreach-person").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/tn", title: "Hôm nay", screen: walk((all) => all.Today) },
  { path: "/tn/ho", title: "Hộ", screen: walk((all) => all.Homes) },
  { path: "/tn/ho/:id", title: "Hộ", screen: () => import("./outreach-home") },
  { path: "/tn/ho/:id/tham", title: "Phiếu thăm", screen: () => import("./outreach-visit"), tab: "/tn" },
  { path: "/tn/ho/:id/tham/:visit", title: "Lịch sử lượt thăm", screen: () => import("./visit-history") },
  { path: "/tn/cho", title: "Chờ gửi", screen: () => import("./outreach-queue") },
  { path: "/tn/gui-ho", title: "Gửi hộ qua máy khác", screen: () => import("./walk-carry"), tab: "/tn/cho" },
  { path: "/tn/moi", title: "Thêm hộ mới", screen: more((all) => all.NewHouse), tab: "/tn/ho" },
  { path: "/tn/ho/:id/sua", title: "Sửa thông tin hộ", screen: more((all) => all.EditHouse) },
  { path: "/tn/ho/:id/nguoi", title: "Thêm người lớn", screen: person((all) => all.NewAdult) },
  { path: "/tn/ho/:id/nguoi/:adult", title: "Sửa người lớn", screen: person((all) => all.EditAdult) },
  { path: "/tn/noi-gi", title: "Nói gì trong 1 phút", screen: () => import("./outreach-script") },
  { path: "/tn/to", title: "Tổ của tôi", screen: () => import("./team") },
  ...walkRoutes,
  ...bookRoutes,
  ...leadRoutes,
  ...auditRoutes,
  ...askingRoutes,
  ...team,
];
