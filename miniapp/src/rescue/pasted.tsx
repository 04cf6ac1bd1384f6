/** A map link that carries no position in itself: somebody at the desk opens it. Links to anywhere else stay words. */
import { t } from "./line";

const HOSTS = new Set(["maps.app.goo.gl", "maps.google.com", "maps.apple.com", "maps.apple", "zalo.me", "www.openstreetmap.org"]);
/** Hosts of more than maps, where only these paths are. */
const PATHS: Record<string, string> = { "goo.gl": "/maps/", "www.google.com": "/maps", "google.com": "/maps" };

/** The first map link of what somebody pasted, or null. */
export function mapLink(text: string | null): string | null {
  for (const [found] of (text ?? "").matchAll(/https:\/\/[^\s<>"']+/gi)) {
    try {
      const { host, pathname, href } = new URL(found);
      const path = PATHS[host];
      if (HOSTS.has(host) || (path && pathname.startsWith(path))) return href;
    } catch {
      /* no address after all */
    }
  }
  return null;
}

export function MapLink({ text }: { text: string | null }) {
  const href = mapLink(text);
  if (!href) return null;
  return (
    <p>
      <a href={href} target="_blank" rel="noopener noreferrer" referrerpolicy="no-referrer">
        {t("open_link")}
      </a>
    </p>
  );
}
