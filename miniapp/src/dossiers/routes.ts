/** Screens of dossiers. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/hs", title: "Hồ sơ của tôi", screen: () => import("./dossiers"), tab: "/" },
  { path: "/hs/:id", title: "Hồ sơ", screen: () => import("./dossier"), tab: "/" },
  { path: "/hs/:id/ai-xem", title: "Ai đang theo dõi hồ sơ", screen: () => import("./followers"), tab: "/" },
  { path: "/hs-giup", title: "Theo dõi giúp người khác", screen: () => import("./shares"), tab: "/" },
  { path: "/hs-hoi", title: "Câu hỏi về hồ sơ", screen: () => import("./desk") },
];
