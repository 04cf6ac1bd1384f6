/** C2: search as you type, marks optional, offline among what the phone keeps. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { asFailure, type Failure } from "../api/failure";
import { useRead } from "../api/read";
import { go, type Screen } from "../main/router";
import { Chips } from "../ui/form";
import { Failed, Loading } from "../ui/shown";
import { words } from "../ui/words";
import { Begin } from "./box/begin";
import { SearchBox } from "./box/box";
import { answered, left, typing } from "./box/counting";
import type { Level } from "./box/kept";
import "./procedure.css";
import { foundBefore, search, type Results } from "./reading";
import { ResultList } from "./results";
import vi from "./vi.json";

const t = words(vi);
const PAUSE = 180;

function Events() {
  const read = useRead("life-events", () => got(api.GET("/v1/life-events")), { fresh: 86_400_000 });
  const events = read.data?.items ?? [];
  if (!events.length) return null;
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t("events")}</h2>
      <ul class="links">
        {events.map((one) => (
          <li key={one.code}>
            <a href={`#/viec/${encodeURIComponent(one.code)}`}>{one.name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function addressOf(q: string, level: Level): string {
  const query = new URLSearchParams();
  if (q) query.set("q", q);
  if (level) query.set("cap", level);
  return `#/s${query.size ? `?${query}` : ""}`;
}

const SearchScreen: Screen = ({ place }) => {
  const q = useSignal(place.query.get("q") ?? "");
  const level = useSignal<Level>((place.query.get("cap") as Level | null) ?? "");
  const results = useSignal<Results | null>(null);
  const failure = useSignal<Failure | null>(null);
  const again = useSignal(0);
  const wanted = q.value.trim();

  // The same screen under another address: a recent search was chosen, or the way back was taken.
  const asked = place.query.get("q") ?? "";
  useEffect(() => {
    if (asked !== q.peek().trim()) q.value = asked;
  }, [place.query]);

  const event = place.query.get("viec");
  useEffect(() => {
    if (event) go(`/viec/${encodeURIComponent(event)}`, true);
  }, [event]);

  useEffect(() => {
    const stop = new AbortController();
    const show = (found: Results) => {
      if (stop.signal.aborted) return;
      failure.value = null;
      results.value = found;
      if (!found.offline && !level.peek()) answered(found.q, found.items.length);
    };
    if (!wanted) {
      results.value = null;
      failure.value = null;
      if (!event) history.replaceState(history.state, "", addressOf("", level.value));
      return;
    }
    const before = again.value ? null : foundBefore(wanted, level.value);
    const first = results.peek() === null && wanted === asked;
    const timer = setTimeout(
      () => {
        history.replaceState(history.state, "", addressOf(wanted, level.value));
        if (before) show(before);
        else
          search(wanted, level.value, stop.signal).then(show, (error: unknown) => {
            if (!stop.signal.aborted) failure.value = asFailure(error);
          });
      },
      first || before ? 0 : PAUSE,
    );
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted, level.value, again.value]);
  useEffect(() => left, []);

  const found = results.value;
  return (
    <div class="stack">
      <h1>{t("title")}</h1>
      <SearchBox
        id="q"
        label={t("label")}
        hint={t("hint")}
        value={q.value}
        onInput={(value) => {
          typing();
          q.value = value;
        }}
        onSubmit={() => {
          if (failure.value) again.value += 1;
        }}
      />
      {wanted ? (
        <div class="stack searching">
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
          {failure.value ? (
            <Failed failure={failure.value} again={() => (again.value += 1)} />
          ) : found ? (
            <div class="stack" aria-busy={found.q !== wanted}>
              <ResultList found={found} />
            </div>
          ) : (
            <Loading />
          )}
        </div>
      ) : (
        <div class="begin stack">
          <Begin />
          <Events />
        </div>
      )}
    </div>
  );
};

export default SearchScreen;
