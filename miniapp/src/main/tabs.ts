/** Four tabs at most a role, each a word and a sign. */
import type { Mode } from "../api/session";
import type { IconName } from "../ui/icon";
import type vi from "./vi.json";

export interface Tab {
  path: string;
  icon: IconName;
  word: keyof typeof vi;
}

const ME: Tab = { path: "/toi", icon: "person", word: "tab_me" };

export const TABS: Record<Mode, Tab[]> = {
  citizen: [
    { path: "/", icon: "home", word: "tab_home" },
    { path: "/s", icon: "search", word: "tab_procedures" },
    { path: "/p", icon: "camera", word: "tab_reports" },
    ME,
  ],
  volunteer: [
    { path: "/tn", icon: "today", word: "tab_tonight" },
    { path: "/tn/ho", icon: "home", word: "tab_households" },
    { path: "/tn/cho", icon: "sync", word: "tab_sync" },
    ME,
  ],
  handler: [
    { path: "/xl", icon: "inbox", word: "tab_cases" },
    { path: "/hs-hoi", icon: "help", word: "tab_questions" },
    { path: "/gan", icon: "map", word: "tab_map" },
    ME,
  ],
  officer: [
    { path: "/cb", icon: "chart", word: "tab_coverage" },
    { path: "/cb/canh-bao", icon: "warn", word: "tab_alerts" },
    { path: "/cb/phan-anh", icon: "inbox", word: "tab_units" },
    ME,
  ],
  admin: [{ path: "/qt", icon: "shield", word: "tab_grants" }, ME],
};

/** The tab of an address: the one the route names, else the longest that begins it. */
export function tabOf(mode: Mode, path: string, named?: string): string | undefined {
  const paths = TABS[mode].map((tab) => tab.path);
  if (named && paths.includes(named)) return named;
  return paths
    .filter((tab) => path === tab || (tab !== "/" && path.startsWith(`${tab}/`)))
    .sort((a, b) => b.length - a.length)[0];
}
