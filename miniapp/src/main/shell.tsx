/** The frame of every screen: top bar, the screen, the tabs of the role, and what is said in passing. */
import { effect, signal } from "@preact/signals";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { useDemo } from "../api/demo";
import { useRead } from "../api/read";
import { me, mode } from "../api/session";
import { INBOX, readInbox } from "../messages/reading";
import { arrived, items, sending } from "../offline/outbox";
import { updateReady } from "../platform";
import { Icon } from "../ui/icon";
import { say, said } from "../ui/say";
import { words } from "../ui/words";
import { Home } from "./home";
import { here, scrollOf, type Screen } from "./router";
import { find, type Found } from "./routes";
import { TABS, tabOf } from "./tabs";
import vi from "./vi.json";

const t = words(vi);

type Shown = { path: string; query: URLSearchParams; found: Found | null; screen: Screen | null; failed: boolean };

const shown = signal<Shown>({ path: "", query: new URLSearchParams(), found: null, screen: null, failed: false });
const slow = signal(false);

/** Keeps the old screen until the new one is here; "slow" only after 300 ms. */
effect(() => {
  const { path, query } = here.value;
  if (path === "/") {
    shown.value = { path, query, found: null, screen: null, failed: false };
    return;
  }
  const found = find(path);
  if (!found) {
    shown.value = { path, query, found: null, screen: null, failed: false };
    return;
  }
  const timer = setTimeout(() => (slow.value = true), 300);
  found.route
    .screen()
    .then(
      (module) => here.peek().path === path && (shown.value = { path, query, found, screen: module.default, failed: false }),
      () => here.peek().path === path && (shown.value = { path, query, found, screen: null, failed: true }),
    )
    .finally(() => {
      clearTimeout(timer);
      slow.value = false;
    });
});

effect(() => {
  const last = arrived.value;
  if (last) say(last.said);
});

const FRESH = 60_000;

/** Asks for news when the person looks: on opening, on coming back, and once a minute. */
function useUnread(): number {
  const read = useRead(me.value ? INBOX : null, readInbox, { fresh: FRESH / 2 });
  useEffect(() => {
    if (!me.value) return;
    const ask = () => {
      if (document.visibilityState === "visible" && navigator.onLine) void read.again();
    };
    const timer = setInterval(ask, FRESH);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [me.value?.id]);
  return read.data?.unread ?? 0;
}

function Top() {
  const unread = useUnread();
  const demo = useDemo() || me.value?.demo;
  return (
    <header class="bar">
      <div class="bar-in">
        <a class="brand" href="#/">
          <Icon name="logo" />
          <span>{t("brand")}</span>
        </a>
        <span class="grow" />
        {me.value && (
          <a class="bar-btn" href="#/tb" aria-label={unread ? t("inbox_unread", { n: unread }) : t("inbox")}>
            <Icon name="bell" />
            {unread > 0 && <b class="dot">{unread}</b>}
          </a>
        )}
        <a class="sos" href="#/sos">
          SOS
        </a>
      </div>
      {demo && <p class="demo">{t("demo")}</p>}
    </header>
  );
}

function Tabs() {
  const current = tabOf(mode.value, shown.value.path, shown.value.found?.route.tab);
  return (
    <nav class="tabs" aria-label={t("tabs")}>
      {TABS[mode.value].map((tab) => (
        <a key={tab.path} href={`#${tab.path}`} aria-current={tab.path === current ? "page" : undefined}>
          <Icon name={tab.icon} />
          <span>{t(tab.word)}</span>
        </a>
      ))}
    </nav>
  );
}

function Notes() {
  const update = updateReady.value;
  return (
    <div class="notes">
      <div role="status">{said.value && <p class="note-said">{said.value}</p>}</div>
      {update && (
        <p class="note-update">
          {t("update")}{" "}
          <button type="button" class="btn small" onClick={update}>
            {t("reload")}
          </button>
        </p>
      )}
    </div>
  );
}

/** The pill that says something waits; every screen but the outbox itself. */
function Waiting() {
  const count = items.value.length;
  if (!count || shown.value.path === "/cho-gui") return null;
  const bad = items.value.filter((item) => item.state === "rejected").length;
  return (
    <a class={bad ? "waiting bad" : "waiting"} href="#/cho-gui">
      <Icon name={bad ? "warn" : "sync"} spin={sending.value} />
      {bad ? t("waiting_bad", { n: bad }) : t("waiting", { n: count })}
    </a>
  );
}

function Body() {
  const { path, query, found, screen: Screen, failed } = shown.value;
  if (path === "/") return <Home />;
  if (failed)
    return (
      <section class="empty">
        <h1>{t("screen_failed")}</h1>
        <p>{t("screen_failed_hint")}</p>
        <p>
          <a class="btn danger" href="tel:112">
            {t("call_112")}
          </a>
        </p>
        <button type="button" class="btn" onClick={() => location.reload()}>
          {t("reload")}
        </button>
      </section>
    );
  if (found && Screen) return <Screen key={path} place={{ path, params: found.params, query }} />;
  if (found || path === "") return null;
  return (
    <section class="empty">
      <h1>{t("lost")}</h1>
      <p>
        <a href="#/">{t("to_home")}</a>
      </p>
    </section>
  );
}

export function Shell() {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const { path, found } = shown.value;
  useLayoutEffect(() => {
    if (!path) return;
    document.title = path === "/" ? t("title") : `${found?.route.title ?? t("lost")} – ${t("brand")}`;
    const y = scrollOf();
    scrollTo(0, y);
    let tries = 0;
    const settle = () => {
      if (y && Math.abs(scrollY - y) > 2 && tries++ < 20 && here.peek().path === path) {
        scrollTo(0, y);
        setTimeout(settle, 50);
      }
    };
    settle();
    if (first.current) first.current = false;
    else main.current?.focus({ preventScroll: true });
  }, [path]);
  useEffect(() => {
    document.body.dataset["mode"] = mode.value;
  }, [mode.value]);
  return (
    <>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {t("skip")}
      </a>
      <Top />
      {slow.value && <div class="slow" role="progressbar" aria-label={t("loading")} />}
      <main class="page" id="main" tabIndex={-1} ref={main}>
        <Waiting />
        <Body />
      </main>
      <Tabs />
      <Notes />
    </>
  );
}
