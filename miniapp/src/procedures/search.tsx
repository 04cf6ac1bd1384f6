/** C2: search as you type, marks optional, offline among what the phone keeps. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { asFailure, type Failure } from "../api/failure";
import { useRead } from "../api/read";
import type { ProcedureLine } from "../api/types";
import { go, type Screen } from "../main/router";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Empty } from "../ui/page";
import { Failed, Loading } from "../ui/shown";
import { words } from "../ui/words";
import { keepProcedures, search, type Level, type Results } from "./reading";
import vi from "./vi.json";

const t = words(vi);
const PAUSE = 180;
/** "Not known" is said on the page of the procedure, not on every line of a list. */
const UNKNOWN = /^Ch\u01b0a /;

export function facts(line: ProcedureLine): string {
  const known = [line.deadline_text, line.fee_text].filter((text) => text && !UNKNOWN.test(text));
  return [t(`online_${line.online}`), ...known].join(" · ");
}

export function Line({ line }: { line: ProcedureLine }) {
  return (
    <a class="card link" href={`#/s/${encodeURIComponent(line.code)}`}>
      <h2>{line.plain_title ?? line.name}</h2>
      {line.plain_title && line.plain_title !== line.name && <small>{line.name}</small>}
      <small>{facts(line)}</small>
      {line.same_as.length > 0 && <small>{t("same", { n: line.same_as.length })}</small>}
      {line.essential && <span class="pill">{t("essential")}</span>}
    </a>
  );
}

function Events({ chosen }: { chosen: string | null }) {
  const read = useRead("life-events", () => got(api.GET("/v1/life-events")), { fresh: 86_400_000 });
  const events = read.data?.items ?? [];
  const event = events.find((one) => one.code === chosen);
  if (event)
    return (
      <section class="stack">
        <h2>{t("event", { name: event.name })}</h2>
        {event.note && <p class="muted">{event.note}</p>}
        <ol class="cards">
          {event.steps.map((step) => (
            <li key={step.code}>
              <a class="card link" href={`#/s/${encodeURIComponent(step.code)}`}>
                <b>{step.plain_title ?? step.name}</b>
                <small>{t(`online_${step.online}`)}</small>
              </a>
            </li>
          ))}
        </ol>
      </section>
    );
  return (
    <section>
      <p class="muted">{t("start_hint")}</p>
      <ul class="links">
        {events.map((one) => (
          <li key={one.code}>
            <a href={`#/s?viec=${encodeURIComponent(one.code)}`}>{one.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SearchScreen: Screen = ({ place }) => {
  const q = useSignal(place.query.get("q") ?? "");
  const level = useSignal<Level>((place.query.get("cap") as Level | null) ?? "");
  const results = useSignal<Results | null>(null);
  const failure = useSignal<Failure | null>(null);
  const turn = useSignal(0);

  const ask = async () => {
    const mine = ++turn.value;
    failure.value = null;
    if (!q.value.trim()) {
      results.value = null;
      return;
    }
    try {
      const found = await search(q.value.trim(), level.value);
      if (mine !== turn.peek()) return;
      results.value = found;
      if (!found.offline) void keepProcedures(found.items);
    } catch (error) {
      if (mine === turn.peek()) failure.value = asFailure(error);
    }
  };
  useEffect(() => {
    const timer = setTimeout(() => {
      const query = new URLSearchParams();
      if (q.value.trim()) query.set("q", q.value.trim());
      if (level.value) query.set("cap", level.value);
      const event = place.query.get("viec");
      if (!q.value.trim() && event) query.set("viec", event);
      history.replaceState(history.state, "", `#/s${query.size ? `?${query}` : ""}`);
      void ask();
    }, results.peek() || !q.peek() ? PAUSE : 0);
    return () => clearTimeout(timer);
  }, [q.value, level.value]);

  const found = results.value;
  return (
    <div class="stack">
      <h1>{t("title")}</h1>
      <form
        class="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <label for="q">{t("label")}</label>
        <div class="search-row">
          <input
            id="q"
            type="search"
            enterkeyhint="search"
            autocomplete="off"
            value={q.value}
            onInput={(event) => (q.value = event.currentTarget.value)}
          />
          <button type="submit" class="btn" aria-label={t("search")}>
            <Icon name="search" />
          </button>
        </div>
      </form>
      {q.value.trim() ? (
        <>
          <Chips
            name="cap"
            legend={t("filter")}
            value={level.value}
            onChoose={(value) => (level.value = value)}
            choices={[
              { value: "", label: t("all") },
              { value: "commune", label: t("commune") },
              { value: "province", label: t("province") },
            ]}
          />
          <p role="status" class="muted">
            {found && found.items.length > 0
              ? t(found.offline ? "found_offline" : found.more ? "found_more" : "found", { n: found.items.length })
              : ""}
          </p>
          {failure.value ? (
            <Failed failure={failure.value} again={ask} />
          ) : !found ? (
            <Loading />
          ) : found.items.length ? (
            <ul class="cards">
              {found.items.map((line) => (
                <li key={line.code}>
                  <Line line={line} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty title={found.offline ? t("none_offline") : t("none")}>
              <p>{found.hotline?.text ?? t("none_hint")}</p>
              {found.hotline && (
                <a class="btn" href={`tel:${found.hotline.phone}`}>
                  <Icon name="phone" />
                  {t("call", { phone: found.hotline.phone })}
                </a>
              )}
            </Empty>
          )}
          <p>
            <button type="button" class="as-link" onClick={() => go("/giup")}>
              {t("ask_team")}
            </button>
          </p>
        </>
      ) : (
        <Events chosen={place.query.get("viec")} />
      )}
    </div>
  );
};

export default SearchScreen;
