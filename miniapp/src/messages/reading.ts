/** The inbox and its unread count, shared by the bell and the screen. */
import { api, got } from "../api/client";

export const INBOX = "me:messages";
export const readInbox = () => got(api.GET("/v1/me/messages"));

/** Links in messages are written by the server ("/hs/…"); only our own addresses are followed. */
export function ownLink(link: string | null): string | null {
  if (!link) return null;
  if (link.startsWith("#/")) return link;
  return link.startsWith("/") && !link.startsWith("//") ? `#${link}` : null;
}
