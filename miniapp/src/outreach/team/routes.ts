/** Screens of a team and of people's rights over their data, by a word; and the public check of a badge. */
import type { Route } from "../../main/router";

const screen = () => import("./doors");

export const routes: Route[] = [
  { path: "/the/:token", title: "Thẻ", screen },
  { path: "/tn/doi/:part", title: "Tổ của tôi", screen },
];
