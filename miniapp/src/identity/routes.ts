/** Screens of the person: sign-in, consents, role, and where they live. */
import type { Route } from "../main/router";

export const routes: Route[] = [
  { path: "/toi", title: "Tôi", screen: () => import("./me") },
  { path: "/toi/noi", title: "Nối các tài khoản của tôi", screen: () => import("./linking/linking") },
  { path: "/vao", title: "Đăng nhập", screen: () => import("./trips/coming-back"), tab: "/toi" },
  { path: "/noi-o", title: "Chọn xã, phường", screen: () => import("./home-place"), tab: "/toi" },
];
