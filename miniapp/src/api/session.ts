/** Who is signed in: the session kept on this phone, and its refreshing (one tab at a time). */
import { computed, signal } from "@preact/signals";
import { forget } from "../offline/db";
import { platform } from "../platform";
import { clearKept } from "./memory";
import type { Me, Session } from "./types";

const KEY = "session";
const MODE = "mode";

export type Mode = "citizen" | "volunteer" | "handler" | "officer" | "admin";

function stored(): Session | null {
  const text = platform.store.get(KEY);
  if (!text) return null;
  try {
    return JSON.parse(text) as Session;
  } catch {
    return null;
  }
}

export const session = signal<Session | null>(stored());
export const me = computed<Me | null>(() => session.value?.me ?? null);
const chosen = signal<Mode>((platform.store.get(MODE) as Mode | null) ?? "citizen");
/** Whose tabs are shown: the chosen role while it is still held. */
export const mode = computed<Mode>(() =>
  chosen.value !== "citizen" && me.value?.roles.includes(chosen.value) ? chosen.value : "citizen",
);

export function setMode(next: Mode): void {
  chosen.value = next;
  platform.store.set(MODE, next);
}

export function keepSession(next: Session): void {
  session.value = next;
  platform.store.set(KEY, JSON.stringify(next));
}

export function setMe(next: Me): void {
  if (session.value) keepSession({ ...session.value, me: next });
}

/** Forgets the session and everything personal that was kept with it. */
export async function dropSession(): Promise<void> {
  const gone = me.peek();
  session.value = null;
  platform.store.remove(KEY);
  clearKept("me:");
  await forget("read:me:");
  if (gone && (gone.roles.includes("volunteer") || platform.store.get("walk") === gone.id)) await import("../outreach/leaving").then((found) => found.leave(gone.id)).catch(() => undefined);
}

/** Waits until no other tab is refreshing, then refreshes unless that tab already did. */
export async function refreshed(used: string, ask: (refresh_token: string) => Promise<Session | null>): Promise<string | null> {
  const run = async () => {
    const latest = stored();
    if (!latest) return null;
    if (latest.access_token !== used) {
      session.value = latest;
      return latest.access_token;
    }
    const next = await ask(latest.refresh_token);
    if (!next) {
      await dropSession();
      return null;
    }
    keepSession(next);
    return next.access_token;
  };
  return navigator.locks ? navigator.locks.request("session", run) : run();
}

addEventListener("storage", (event) => {
  if (event.key === KEY) session.value = stored();
});
