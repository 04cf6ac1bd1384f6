/** A part of a screen that is fetched after the screen is shown: the map weighs more than all the words. */
import { useSignal } from "@preact/signals";
import type { ComponentType } from "preact";
import { useEffect } from "preact/hooks";
import { Loading } from "./shown";

/** `quiet`: what nobody misses until it is there. */
type LaterProps<P> = P & { load: () => Promise<{ default: ComponentType<P> }>; quiet?: boolean };

export function Later<P extends object>({ load, quiet, ...props }: LaterProps<P>) {
  const part = useSignal<{ show: ComponentType<P> } | null>(null);
  useEffect(() => {
    load().then(
      (found) => (part.value = { show: found.default }),
      () => undefined,
    );
  }, []);
  const Part = part.value?.show;
  return Part ? <Part {...(props as unknown as P)} /> : quiet ? null : <Loading rows={2} />;
}
