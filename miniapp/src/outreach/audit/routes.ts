/** Audits and months, for officers. */
import type { Route, Screen } from "../../main/router";

const desk = (pick: (all: typeof import("./audit-desk")) => Screen) => () => import("./audit-desk").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/cb/kiem-tra", title: "Thăm lại theo rút thăm", screen: desk((all) => all.Audits), tab: "/cb" },
  { path: "/cb/kiem-tra/:id", title: "Đợt thăm lại", screen: desk((all) => all.OneAudit), tab: "/cb" },
  { path: "/cb/thang", title: "Số liệu từng tháng", screen: desk((all) => all.Months), tab: "/cb" },
  { path: "/nho-to", title: "Nhờ tổ đến nhà", screen: () => import("../asking/ask-team").then((all) => ({ default: all.AskTeam })), tab: "/" },
];
