/** Screens of the team on foot: one lazy part for the evening, one for what is opened now and then. */
import type { Route, Screen } from "../main/router";

const walk = (pick: (all: typeof import("./outreach")) => Screen) => () => import("./outreach").then((all) => ({ default: pick(all) }));
const more = (pick: (all: typeof import("./outreach-more")) => Screen) => () => import("./outreach-more").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/tn", title: "Hôm nay", screen: walk((all) => all.Today) },
  { path: "/tn/ho", title: "Hộ", screen: walk((all) => all.Homes) },
  { path: "/tn/ho/:id", title: "Hộ", screen: walk((all) => all.HomeCard), tab: "/tn/ho" },
  { path: "/tn/ho/:id/tham", title: "Phiếu thăm", screen: walk((all) => all.Visit), tab: "/tn" },
  { path: "/tn/cho", title: "Chờ gửi", screen: walk((all) => all.Queue) },
  { path: "/tn/moi", title: "Thêm hộ mới", screen: more((all) => all.NewHouse), tab: "/tn/ho" },
  { path: "/tn/ho/:id/sua", title: "Sửa thông tin hộ", screen: more((all) => all.EditHouse), tab: "/tn/ho" },
  { path: "/tn/ho/:id/nguoi", title: "Thêm người lớn", screen: more((all) => all.NewAdult), tab: "/tn/ho" },
  { path: "/tn/ho/:id/nguoi/:adult", title: "Sửa người lớn", screen: more((all) => all.EditAdult), tab: "/tn/ho" },
  { path: "/tn/noi-gi", title: "Nói gì trong 1 phút", screen: more((all) => all.Script), tab: "/tn" },
  { path: "/tn/to", title: "Tổ của tôi", screen: more((all) => all.TeamScreen), tab: "/tn" },
];
