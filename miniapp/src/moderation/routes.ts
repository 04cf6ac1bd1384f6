/** Screens of moderation: what waits for a look, one case, and the sealed boxes. */
import type { Route, Screen } from "../main/router";

const desk = (pick: (all: typeof import("./moderation")) => Screen) => () => import("./moderation").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/duyet", title: "Duyệt công khai", screen: desk((all) => all.Queue), tab: "/xl" },
  { path: "/duyet/:id", title: "Duyệt một phản ánh", screen: desk((all) => all.One), tab: "/xl" },
  { path: "/hop-kin", title: "Hộp kín", screen: () => import("./sealed-boxes").then((all) => ({ default: all.Boxes })), tab: "/cb" },
];
