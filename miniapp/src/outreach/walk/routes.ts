/** Screens of an evening: which doors, on paper, what was promised, who asked, households drawn. */
import type { Route, Screen } from "../../main/router";

const doors = (pick: (all: typeof import("./walk-doors")) => Screen) => () => import("./walk-doors").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/tn/di", title: "Đi đâu tối nay", screen: doors((all) => all.Evening), tab: "/tn" },
  { path: "/tn/giay", title: "Nhập phiếu giấy", screen: () => import("./walk-paper").then((all) => ({ default: all.Typing })), tab: "/tn" },
  { path: "/tn/giay/:no", title: "Phiếu giấy", screen: () => import("./sheet").then((all) => ({ default: all.SheetPage })), tab: "/tn" },
  { path: "/tn/viec", title: "Việc đã hứa", screen: () => import("./todo").then((all) => ({ default: all.Todo })), tab: "/tn" },
  { path: "/tn/nho", title: "Gia đình nhờ đến giúp", screen: doors((all) => all.Requests), tab: "/tn" },
  { path: "/tn/tham-lai", title: "Thăm lại theo rút thăm", screen: () => import("./walk-again").then((all) => ({ default: all.Again })), tab: "/tn" },
];
