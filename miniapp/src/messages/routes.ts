/** The inbox. */
import type { Route } from "../main/router";

export const routes: Route[] = [{ path: "/tb", title: "Thông báo", screen: () => import("./inbox"), tab: "/" }];
