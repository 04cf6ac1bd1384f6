/** A family asks the team to come. */
import type { Route } from "../../main/router";

export const routes: Route[] = [{ path: "/nho-to", title: "Nhờ tổ đến nhà", screen: () => import("./ask-team"), tab: "/" }];
