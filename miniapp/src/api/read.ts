/** Reading for a screen: what is kept is shown at once with its time, then the network refreshes it. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { keep, recall } from "../offline/db";
import { asFailure, type Failure, Refused } from "./failure";
import { snapshot } from "./memory";

export interface Read<T> {
  data: T | undefined;
  at: number;
  busy: boolean;
  failure: Failure | null;
  again(): Promise<void>;
}

interface Kept {
  data: unknown;
  at: number;
}

export interface Options {
  /** Keep the answer on the phone for offline (default yes). */
  kept?: boolean;
  /** An answer younger than this many ms is not asked for again. */
  fresh?: number;
}

async function load<T>(key: string, ask: () => Promise<T>, { kept = true, fresh = 0 }: Options): Promise<void> {
  const state = snapshot<T>(key);
  if (state.value.busy) return;
  state.value = { ...state.value, busy: true };
  if (state.value.data === undefined && kept) {
    const found = await recall<Kept>(`read:${key}`);
    if (found) state.value = { data: found.data as T, at: found.at, busy: true, failure: null };
  }
  if (fresh && Date.now() - state.value.at < fresh) {
    state.value = { ...state.value, busy: false };
    return;
  }
  try {
    const data = await ask();
    const at = Date.now();
    state.value = { data, at, busy: false, failure: null };
    if (kept) await keep(`read:${key}`, { data, at } satisfies Kept).catch(() => undefined);
  } catch (error) {
    const failure = asFailure(error);
    // Gone or no longer ours: what we kept must not be shown as if it were.
    const gone = failure instanceof Refused && [401, 403, 404, 410].includes(failure.status);
    state.value = { ...state.value, ...(gone ? { data: undefined, at: 0 } : {}), busy: false, failure };
  }
}

/** Asks again for what was read under this key, if any screen has read it. */
export const readInto = load;

export function useRead<T>(key: string | null, ask: () => Promise<T>, options: Options = {}): Read<T> {
  const nothing = useSignal({ data: undefined, at: 0, busy: false, failure: null });
  const state = key === null ? nothing : snapshot<T>(key);
  useEffect(() => {
    if (key !== null) void load(key, ask, options);
  }, [key]);
  useEffect(() => {
    if (key === null) return;
    const back = () => void load(key, ask, options);
    addEventListener("online", back);
    return () => removeEventListener("online", back);
  }, [key]);
  const { data, at, busy, failure } = state.value;
  return {
    data,
    at,
    busy,
    failure,
    again: () => (key === null ? Promise.resolve() : load(key, ask, { ...options, fresh: 0 })),
  };
}
