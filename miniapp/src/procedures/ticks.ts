/** What the person has ready, by procedure or by moment of life: on this phone only, for offline too. */
import { signal } from "@preact/signals";
import { platform } from "../platform";

const KEY = "ticks";
const MOST = 60;

type Ticks = Record<string, string[]>;

function stored(): Ticks {
  try {
    const found = JSON.parse(platform.store.get(KEY) ?? "{}") as unknown;
    return found && typeof found === "object" && !Array.isArray(found) ? (found as Ticks) : {};
  } catch {
    return {};
  }
}

const ticks = signal<Ticks>(stored());

/** What is touched last stays longest. */
function set(of: string, names: string[]): void {
  const { [of]: _, ...others } = ticks.value;
  const rows = Object.entries({ ...others, ...(names.length ? { [of]: names } : {}) }).slice(-MOST);
  ticks.value = Object.fromEntries(rows);
  if (rows.length) platform.store.set(KEY, JSON.stringify(ticks.value));
  else platform.store.remove(KEY);
}

export const ticked = (of: string): string[] => ticks.value[of] ?? [];

export function tick(of: string, name: string, on: boolean): void {
  const names = ticked(of).filter((one) => one !== name);
  set(of, on ? [...names, name] : names);
}

export const untick = (of: string): void => set(of, []);

export function forgetTicks(): void {
  ticks.value = {};
  platform.store.remove(KEY);
}

interface Needed {
  paper: string;
  condition: string | null;
}

/** Ready of needed: what everybody needs, and what this person ticked besides; all, when everything depends. */
export function progress(papers: Needed[], ready: string[]): { ready: number; all: number } {
  const has = (one: Needed) => ready.includes(one.paper);
  const always = papers.some((one) => !one.condition);
  return {
    ready: papers.filter(has).length,
    all: always ? papers.filter((one) => !one.condition || has(one)).length : papers.length,
  };
}
