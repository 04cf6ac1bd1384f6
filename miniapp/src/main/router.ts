/** Hash routes: they work at / and inside Zalo's /zapps/<id>/ alike. */
import { signal } from "@preact/signals";
import type { ComponentType } from "preact";

export interface Place {
  path: string;
  params: Record<string, string>;
  query: URLSearchParams;
}

export type Screen = ComponentType<{ place: Place }>;

export interface Route {
  /** "/s/:code"; a parameter is one segment. */
  path: string;
  /** The document's title. */
  title: string;
  screen: () => Promise<{ default: Screen }>;
  /** The tab this belongs to, by its path. */
  tab?: string;
}

export function split(hash: string): { path: string; query: URLSearchParams } {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  return { path: `/${path.replace(/\/+$/, "")}`, query: new URLSearchParams(query) };
}

export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = given[index] ?? "";
    if (part.startsWith(":")) {
      try {
        params[part.slice(1)] = decodeURIComponent(value);
      } catch {
        return null;
      }
    } else if (part !== value) return null;
  }
  return params;
}

export const here = signal(split(location.hash));

/** Where each history entry was scrolled to. */
const scrolls = new Map<string, number>();
let entry = entryKey();

function entryKey(): string {
  const known = (history.state as { key?: string } | null)?.key;
  if (known) return known;
  const key = Math.random().toString(36).slice(2);
  history.replaceState({ key }, "");
  return key;
}

export const scrollOf = (): number => scrolls.get(entry) ?? 0;

function moved(): void {
  here.value = split(location.hash);
}

export function startRouter(): void {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => scrolls.set(entry, scrollY), { passive: true });
  addEventListener("hashchange", () => {
    entry = entryKey();
    moved();
  });
}

export function go(path: string, replace = false): void {
  const url = `#${path}`;
  if (replace) location.replace(url);
  else location.hash = url;
}

/** Back inside the app; the given place when there is nothing behind. */
export function back(otherwise: string): void {
  if (depth > 0) history.back();
  else go(otherwise, true);
}

let depth = 0;
addEventListener("hashchange", () => {
  depth += 1;
});
