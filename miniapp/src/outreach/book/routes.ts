/** The book of households: what became of one, splits, moves, merges and their undoing. */
import type { Route, Screen } from "../../main/router";

const book = (pick: (all: typeof import("./book")) => Screen) => () => import("./book").then((all) => ({ default: pick(all) }));
const merging = (pick: (all: typeof import("./book-merge")) => Screen) => () => import("./book-merge").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/tn/ho/:id/so", title: "Sổ của hộ", screen: book((all) => all.HomeBook), tab: "/tn/ho" },
  { path: "/tn/ho/:id/so/doi", title: "Tách hộ, chuyển nhà", screen: book((all) => all.Reshape), tab: "/tn/ho" },
  { path: "/tn/ho/:id/so/gop", title: "Gộp hai mục của một hộ", screen: merging((all) => all.Merge), tab: "/tn/ho" },
  { path: "/tn/to/trung", title: "Hộ có thể bị ghi hai lần", screen: merging((all) => all.Duplicates), tab: "/tn" },
];
