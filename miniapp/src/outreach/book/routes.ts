/** The book of households: what became of one, splits, moves, merges and their undoing; both geographies. */
import type { Route } from "../../main/router";

export const routes: Route[] = [
  { path: "/tn/ho/:id/so", title: "Hộ", screen: () => import("./home-book"), tab: "/tn/ho" },
  { path: "/tn/ho/:id/so/:part", title: "Hộ", screen: () => import("./part"), tab: "/tn/ho" },
  { path: "/tn/to/trung", title: "Hộ", screen: () => import("./duplicates"), tab: "/tn" },
  { path: "/cb/dia-gioi", title: "Địa giới", screen: () => import("./geography") },
];
