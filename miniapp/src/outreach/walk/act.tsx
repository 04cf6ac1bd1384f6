/** A button that does something over the network: once at a time, and says why when it could not. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { why } from "../../ui/why";

/** Something the person has not filled in yet: said as it is. */
export class Missing extends Error {}

interface Props {
  kind?: string;
  label?: string;
  act: () => Promise<void>;
  children: ComponentChildren;
}

export function Act({ kind = "btn", label, act, children }: Props) {
  const busy = useSignal(false);
  const trouble = useSignal("");
  const run = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      await act();
    } catch (error) {
      trouble.value = error instanceof Missing ? error.message : why(error);
    }
    busy.value = false;
  };
  return (
    <>
      <button type="button" class={kind} aria-label={label} aria-disabled={busy.value} onClick={() => void run()}>
        {children}
      </button>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
    </>
  );
}
