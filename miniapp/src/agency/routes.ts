/** Screens of the handling agency: its inbox and one case. */
import type { Route, Screen } from "../main/router";

const agency = (pick: (all: typeof import("./agency")) => Screen) => () => import("./agency").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/xl", title: "Phản ánh đến", screen: agency((all) => all.Inbox) },
  { path: "/xl/:id", title: "Xử lý phản ánh", screen: agency((all) => all.CaseScreen), tab: "/xl" },
];
