/** Screens of the person: sign-in, consents, role, and where they live. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/toi", title: "Tôi", screen: () => import("./me") },
  { path: "/noi-o", title: "Chọn xã, phường", screen: () => import("./home-place"), tab: "/toi" },
];
