/** How a share and a count are written: with what divides it, and a dash for what there is not. */
import type { FigureLine } from "../api/types";
import { number, words } from "../ui/words";
import vi from "./vi.json";

type Share = FigureLine["shares"][number];
export const t = words(vi);

export const percent = (share: Share | undefined): string => (share?.percent === null || share === undefined ? "–" : `${number(share.percent)} %`);
export const counted = (count: number | null | undefined): string => (typeof count === "number" ? number(count) : "–");
export const shareOf = (line: FigureLine, code: string): Share | undefined => line.shares.find((one) => one.code === code);
export const wholeOf = (share: Share | undefined): string =>
  share && share.part !== null && share.whole !== null ? (share.whole ? t("of", { part: number(share.part), whole: number(share.whole) }) : t("none_yet")) : "";
