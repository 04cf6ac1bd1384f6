/** A map link that carries no position in itself: somebody at the desk opens it. Links to anywhere else stay words. */
import { t } from "./line";

const MAP = /https:\/\/(maps\.app\.goo\.gl|(goo\.gl|www\.google\.com)\/maps)[/?]\S*/;

/** The first map link of what somebody pasted. */
export const mapLink = (text: string): string | undefined => MAP.exec(text)?.[0];

export function MapLink({ text }: { text: string }) {
  const at = mapLink(text);
  return at ? (
    <a href={at} target="_blank">
      {t("open_map", { at })}
    </a>
  ) : null;
}
