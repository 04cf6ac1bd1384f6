/** Screens of dossiers. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/hs", title: "Hồ sơ của tôi", screen: () => import("./dossiers"), tab: "/" },
  { path: "/hs/:id", title: "Hồ sơ", screen: () => import("./dossier"), tab: "/" },
];
