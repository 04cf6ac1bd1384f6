/** The pages of a list after the first, asked for by a button. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { whyNot } from "../api/failure";
import vi from "./vi.json";
import { words } from "./words";

const t = words(vi);

interface Some<T> {
  items: T[];
  next?: string | null | undefined;
}

interface More<T> {
  /** The first page as it is now, and what was asked for after it: none twice, and none lost when the first moves on. */
  items: T[];
  /** The button and what went wrong; nothing at the end of the list. */
  button: ComponentChildren;
  /** After a change: only the first page counts. */
  forget: () => void;
}

/** `of` names the list (its filter): the pages of another are not this one's. */
export function useMore<T extends { id: string }>(first: Some<T> | undefined, ask: (cursor: string) => Promise<Some<T>>, { of = "", label = t("more") } = {}): More<T> {
  const kept = useSignal<{ of: string; items: T[]; next: string | null } | null>(null);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const mine = kept.value?.of === of ? kept.value : null;
  const cursor = mine ? mine.next : (first?.next ?? null);
  const fresh = first?.items ?? [];
  const ids = new Set(fresh.map((one) => one.id));
  const items = [...fresh, ...(mine?.items ?? []).filter((one) => !ids.has(one.id))];
  const more = async () => {
    if (!cursor || busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const page = await ask(cursor);
      kept.value = { of, items: [...items, ...page.items], next: page.next ?? null };
    } catch (error) {
      trouble.value = whyNot(error, t("unreachable"));
    }
    busy.value = false;
  };
  const button = cursor && (
    <>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <button type="button" class="btn ghost wide" aria-disabled={busy.value} onClick={() => void more()}>
        {label}
      </button>
    </>
  );
  return { items, button, forget: () => (kept.value = null) };
}
