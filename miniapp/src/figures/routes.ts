/** The public figures of field reports. */
import type { Route } from "../main/router";

export const routes: Route[] = [{ path: "/so-lieu", title: "Số liệu phản ánh", screen: () => import("./figures"), tab: "/gan" }];
