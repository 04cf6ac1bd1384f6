/** Screens of warnings and of the emergency numbers. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/canh-bao", title: "Cảnh báo", screen: () => import("./alerts"), tab: "/" },
  { path: "/canh-bao/noi-theo-doi", title: "Nơi tôi theo dõi", screen: () => import("./places"), tab: "/" },
  { path: "/canh-bao/:id", title: "Cảnh báo", screen: () => import("./alert"), tab: "/" },
];
