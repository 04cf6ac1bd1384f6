/** The one search box: a combobox whose suggestions come after the first letter, by keys, touch or screen reader. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { go } from "../../main/router";
import { Icon } from "../../ui/icon";
import { fold, words } from "../../ui/words";
import { suggest, suggestedBefore, type Suggested, type Suggestion } from "./asking";
import { opened } from "./counting";
import { remember } from "./recents";
import "./box.css";
import vi from "./vi.json";

const t = words(vi);
const BREATH = 60;
const HIGH = 96;
const FEET = 72;
const LEAST = 260;

interface Props {
  id: string;
  label: string;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
  /** The person wants the whole list of results. */
  onSubmit: () => void;
  /** Shown under the empty box while it has the focus. */
  children?: ComponentChildren;
}

export const pageOf = (code: string): string => `/s/${encodeURIComponent(code)}`;

/** The words that are counted: those accepted when they go on from what was typed, else what was typed. */
function accepted(typed: string, one: Suggestion): string {
  return fold(one.text).startsWith(fold(typed)) ? one.text : typed.trim();
}

function choose(typed: string, one: Suggestion, { items, offline }: Suggested): void {
  if (!offline) opened(accepted(typed, one), items.length, one.code);
  remember(one.title, one.code);
  go(pageOf(one.code));
}

/** What is suggested for the words, without flicker: the last answer stays until the next is here. */
function useSuggested(q: string, on: boolean) {
  const shown = useSignal<Suggested | null>(null);
  useEffect(() => {
    if (!on || !q.trim()) {
      shown.value = null;
      return;
    }
    const before = suggestedBefore(q);
    if (before) {
      shown.value = before;
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      suggest(q, stop.signal).then(
        (found) => {
          if (!stop.signal.aborted) shown.value = found;
        },
        () => undefined,
      );
    }, BREATH);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [q, on]);
  return shown.value;
}

/** A finger on the list must not take the focus from the box: the list would be gone before the click. */
const stay = (event: MouseEvent) => event.preventDefault();

/** As high as there is room above the keyboard and the tabs. */
function Under({ plain, children }: { plain?: boolean; children: ComponentChildren }) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fit = () => {
      if (!box.current) return;
      const room = (window.visualViewport?.height ?? innerHeight) - box.current.getBoundingClientRect().top - FEET;
      box.current.style.maxHeight = `${Math.max(LEAST, room)}px`;
    };
    fit();
    window.visualViewport?.addEventListener("resize", fit);
    addEventListener("scroll", fit, { passive: true });
    return () => {
      window.visualViewport?.removeEventListener("resize", fit);
      removeEventListener("scroll", fit);
    };
  }, []);
  return (
    <div class={plain ? "suggested begin" : "suggested"} ref={box} onMouseDown={stay}>
      {children}
    </div>
  );
}

export function SearchBox({ id, label, hint, value, onInput, onSubmit, children }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const near = useSignal(false);
  const typed = useSignal(false);
  const active = useSignal(-1);
  const found = useSuggested(value, typed.value);
  const open = near.value && typed.value && found !== null && value.trim() !== "";
  const items = found?.items ?? [];
  const list = `${id}-list`;
  const last = items.length;

  const close = () => {
    typed.value = false;
    active.value = -1;
  };
  const submit = () => {
    close();
    if (value.trim()) remember(value);
    onSubmit();
  };
  const pick = (index: number) => {
    const one = items[index];
    if (!one || !found) return submit();
    close();
    choose(value, one, found);
  };
  const move = (step: number) => {
    if (!open) {
      typed.value = true;
      return;
    }
    const all = items.length + 1;
    active.value = active.value < 0 ? (step > 0 ? 0 : all - 1) : (active.value + step + all) % all;
    document.getElementById(`${id}-${active.value}`)?.scrollIntoView({ block: "nearest" });
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open && active.value >= 0) {
      event.preventDefault();
      pick(active.value);
    } else if (event.key === "Escape" && (open || near.value)) {
      event.preventDefault();
      if (open) close();
      else near.value = false;
    }
  };
  const arrive = () => {
    near.value = true;
    // A phone's keyboard takes the lower half: the suggestions need the upper one.
    const box = form.current?.getBoundingClientRect();
    if (box && box.top > HIGH && matchMedia("(pointer: coarse)").matches) form.current?.scrollIntoView({ block: "start" });
  };

  return (
    <form
      ref={form}
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onFocusIn={() => (near.value = true)}
      onFocusOut={(event) => {
        if (!form.current?.contains(event.relatedTarget as Node | null)) {
          near.value = false;
          close();
        }
      }}
    >
      <label for={id}>{label}</label>
      <div class="search-row">
        <div class="search-field">
          <input
            ref={input}
            id={id}
            type="text"
            inputMode="search"
            enterkeyhint="search"
            autocomplete="off"
            autocorrect="off"
            autocapitalize="none"
            spellcheck={false}
            role="combobox"
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-expanded={open}
            aria-controls={open ? list : undefined}
            aria-activedescendant={open && active.value >= 0 ? `${id}-${active.value}` : undefined}
            aria-describedby={hint ? `${id}-hint` : undefined}
            maxLength={300}
            value={value}
            onInput={(event) => {
              typed.value = true;
              active.value = -1;
              onInput(event.currentTarget.value);
            }}
            onFocus={arrive}
            onClick={() => (near.value = true)}
            onKeyDown={keys}
          />
          {value && (
            <button
              type="button"
              class="search-clear"
              aria-label={t("clear")}
              onClick={() => {
                close();
                onInput("");
                input.current?.focus();
              }}
            >
              <Icon name="close" />
            </button>
          )}
        </div>
        <button type="submit" class="btn" aria-label={t("search")}>
          <Icon name="search" />
        </button>
      </div>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="hidden" role="status">
        {open ? t(found.offline ? "status_offline" : "status", { n: items.length }) : ""}
      </p>
      {open && (
        <Under>
          {found.offline && <p class="suggested-note">{t("offline")}</p>}
          <ul role="listbox" id={list} aria-label={t("suggestions")}>
            {items.map((one, index) => (
              <li key={one.code} id={`${id}-${index}`} role="option" aria-selected={index === active.value} onClick={() => pick(index)}>
                <Icon name="search" />
                <span>
                  {one.text}
                  {fold(one.title) !== fold(one.text) && <small>{one.title}</small>}
                </span>
              </li>
            ))}
            <li key="" id={`${id}-${last}`} class="suggested-all" role="option" aria-selected={active.value === last} onClick={submit}>
              <Icon name="list" />
              <span>{t("all", { q: value.trim() })}</span>
            </li>
          </ul>
        </Under>
      )}
      {children && near.value && !value.trim() && <Under plain>{children}</Under>}
    </form>
  );
}
