/** The book of households: what became of one, splits, moves, merges and their undoing; both geographies. One part of the first load. */
import type { Route } from "../../main/router";

const screen = () => import("./part");

export const routes: Route[] = [
  { path: "/tn/ho/:id/so", title: "Sổ của hộ", screen, tab: "/tn/ho" },
  { path: "/tn/ho/:id/so/:part", title: "Hộ", screen, tab: "/tn/ho" },
  { path: "/tn/to/trung", title: "Hộ ghi trùng", screen, tab: "/tn" },
  { path: "/cb/dia-gioi", title: "Địa giới", screen },
];
