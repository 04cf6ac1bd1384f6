/** Screens of calls for help: the caller's, the command post's, the volunteer's. */
import type { Route, Screen } from "../main/router";

const desk = (pick: (all: typeof import("./desk")) => Screen) => () => import("./desk").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/sos", title: "Gọi khẩn cấp", screen: () => import("./sos"), tab: "/" },
  { path: "/cuu-ho", title: "Bảng cứu hộ", screen: desk((all) => all.BoardScreen), tab: "/cb" },
  { path: "/cuu-ho/gan", title: "Cần giúp gần tôi", screen: desk((all) => all.NearScreen), tab: "/tn" },
  { path: "/cuu-ho/ca/:id", title: "Ca cứu hộ", screen: desk((all) => all.IncidentScreen), tab: "/cb" },
];
