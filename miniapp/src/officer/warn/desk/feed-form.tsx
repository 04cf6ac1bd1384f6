/** A CAP feed to ask, or how: for an administrator. Only senders named here are believed. */
import { useSignal } from "@preact/signals";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../../../ui/form";
import { why } from "../../../ui/why";
import { provincesOf } from "../../provinces";
import { dropFeed, type Feed, type FeedSettings, type Feeds, putFeed } from "../wire";
import { t } from "./words";

const HUE = "46";
const MODES = ["draft", "publish"] as const;

interface Typed {
  name: string;
  url: string;
  senders: string;
  every: string;
  mode: (typeof MODES)[number];
  active: boolean;
}

const typedOf = (feed: Feed | null): Typed => ({
  name: feed?.name ?? "",
  url: feed?.url ?? "",
  senders: feed?.senders.join("\n") ?? "",
  every: String(feed?.every_seconds ?? 60),
  mode: (feed?.mode as Typed["mode"] | undefined) ?? "draft",
  active: feed?.active ?? true,
});

const sendersOf = (text: string): string[] => [...new Set(text.split(/[\s,]+/).filter(Boolean))];

/** What is wrong with a feed, field by field; the ranges are the server's (api/alerts/contracts/sources.py). */
export function wrongIn(typed: Typed, isNew: boolean): Wrong[] {
  const wrong: Wrong[] = [];
  const every = /^\d{1,5}$/.test(typed.every.trim()) ? Number(typed.every) : 0;
  if (isNew && !/^[a-z0-9][a-z0-9._-]{0,59}$/.test(typed.name)) wrong.push({ id: "feed-name", message: t("need_feed_name") });
  if (!/^https?:\/\/[^\s/?#@]+(\/[^\s#]*)?$/.test(typed.url.trim())) wrong.push({ id: "feed-url", message: t("need_feed_url") });
  const senders = sendersOf(typed.senders);
  if (!senders.length || senders.length > 20 || senders.some((one) => /[<&]/.test(one) || one.length > 200)) wrong.push({ id: "feed-senders", message: t("need_senders") });
  if (every < 30 || every > 86_400) wrong.push({ id: "feed-every", message: t("need_every") });
  return wrong;
}

export function FeedForm({ feed, onKept, onLeft }: { feed: Feed | null; onKept: (all: Feeds | null) => void; onLeft: () => void }) {
  const typed = useSignal(typedOf(feed));
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const sure = useSignal(false);
  const busy = useSignal(false);
  const set = (change: Partial<Typed>) => (typed.value = { ...typed.value, ...change });
  const tried = async (work: () => Promise<Feeds | null>) => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      onKept(await work());
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  const send = () => {
    wrong.value = wrongIn(typed.value, feed === null);
    if (wrong.value.length) return;
    const { name, url, senders, every, mode, active } = typed.value;
    const body: FeedSettings = { url: url.trim(), province_code: feed?.province_code ?? provincesOf()[0] ?? HUE, senders: sendersOf(senders), mode, every_seconds: Number(every), active };
    void tried(() => putFeed(feed?.name ?? name, body));
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{feed ? feed.name : t("feed_add")}</h2>
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {!feed && <Field id="feed-name" label={t("feed_name")} hint={t("feed_name_hint")} value={typed.value.name} error={wrongOf(wrong.value, "feed-name")} onInput={(name) => set({ name: name.trim() })} input={{ maxLength: 60, autocapitalize: "none" }} />}
      <Field id="feed-url" label={t("feed_url")} hint={t("feed_url_hint")} value={typed.value.url} error={wrongOf(wrong.value, "feed-url")} onInput={(url) => set({ url })} input={{ type: "url", maxLength: 500, autocapitalize: "none" }} />
      <Field id="feed-senders" label={t("senders")} hint={t("senders_hint")} value={typed.value.senders} error={wrongOf(wrong.value, "feed-senders")} onInput={(senders) => set({ senders })} lines={3} />
      <Field id="feed-every" label={t("feed_every")} value={typed.value.every} error={wrongOf(wrong.value, "feed-every")} onInput={(every) => set({ every })} input={{ inputMode: "numeric", maxLength: 5 }} />
      <Chips name="feed-mode" legend={t("feed_mode")} choices={MODES.map((value) => ({ value, label: t(`mode_${value}`) }))} value={typed.value.mode} onChoose={(mode) => set({ mode })} />
      <Tick label={t("feed_active")} hint={t("feed_active_hint")} checked={typed.value.active} onChange={(active) => set({ active })} />
      <div class="actions">
        <button type="submit" class="btn" aria-disabled={busy.value}>
          {t("feed_save")}
        </button>
        <button type="button" class="btn ghost" onClick={onLeft}>
          {t("feed_leave")}
        </button>
        {feed && (
          <button type="button" class="btn small danger" onClick={() => (sure.value ? void tried(() => dropFeed(feed.name)) : (sure.value = true))}>
            {t(sure.value ? "feed_drop_sure" : "feed_drop")}
          </button>
        )}
      </div>
    </form>
  );
}
