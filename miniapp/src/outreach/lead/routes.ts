/** The leader's desk. */
import type { Route, Screen } from "../../main/router";

const desk = (pick: (all: typeof import("./lead-desk")) => Screen) => () => import("./lead-desk").then((all) => ({ default: pick(all) }));
const phones = (pick: (all: typeof import("./lead-phones")) => Screen) => () => import("./lead-phones").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/tn/to/ban", title: "Bàn tổ trưởng", screen: desk((all) => all.Desk), tab: "/tn" },
  { path: "/tn/to/xem-lai", title: "Lượt thăm nên xem lại", screen: desk((all) => all.Doubts), tab: "/tn" },
  { path: "/tn/to/may", title: "Máy của tổ", screen: phones((all) => all.Phones), tab: "/tn" },
  { path: "/tn/to/khac-nhau", title: "Hai người sửa khác nhau", screen: phones((all) => all.Conflicts), tab: "/tn" },
];
