/** CAP feeds of others: whether they answer, whether we believe them, and what became of what they sent. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../../api/read";
import { me } from "../../../api/session";
import type { Screen } from "../../../main/router";
import { Icon } from "../../../ui/icon";
import { Head } from "../../../ui/page";
import { say } from "../../../ui/say";
import { Shown } from "../../../ui/shown";
import { moment } from "../../../ui/words";
import { Only } from "../../gate/gate";
import { askFeeds, type Feed } from "../wire";
import { FeedForm } from "./feed-form";
import { t } from "./words";

export const FeedList: Screen = () => <Only roles={["officer", "admin"]}>{() => <List />}</Only>;

const SIGNS = { closed: "check", open: "close", half_open: "clock" } as const;
const KINDS = { closed: "ok", open: "bad", half_open: "wait" } as const;
type Circuit = keyof typeof SIGNS;

function List() {
  const read = useRead("me:alert-feeds", askFeeds);
  const open = useSignal<string | null>(null);
  const admin = me.value?.roles.includes("admin") ?? false;
  const kept = () => {
    open.value = null;
    say(t("feed_kept"));
    void read.again();
  };
  const form = (feed: Feed | null) => <FeedForm feed={feed} onKept={kept} onLeft={() => (open.value = null)} />;
  return (
    <div class="stack">
      <Head title={t("feeds")} up="/cb/canh-bao" />
      <p class="muted">{t("feeds_hint")}</p>
      {admin &&
        (open.value === "" ? (
          form(null)
        ) : (
          <button type="button" class="btn" onClick={() => (open.value = "")}>
            {t("feed_add")}
          </button>
        ))}
      <Shown read={read} always empty={{ when: (all) => all.items.length === 0, title: t("feeds_none"), body: !admin && <p>{t("feeds_none_hint")}</p> }}>
        {(all) => (
          <>
            <ul class="cards">
              {all.items.map((feed) => {
                const circuit = feed.circuit as Circuit;
                if (open.value === feed.name) return <li key={feed.name}>{form(feed)}</li>;
                return (
                  <li key={feed.name} class="card stack-small">
                    <p class="row-head">
                      <b>{feed.name}</b>
                      <span class={`pill verdict ${feed.active ? KINDS[circuit] : ""}`}>
                        <Icon name={SIGNS[circuit]} />
                        {t(feed.active ? `circuit_${circuit}` : "feed_off")}
                      </span>
                    </p>
                    <small>
                      {t(`mode_${feed.mode}`)} · {feed.last_ok_at ? t("last_ok", { at: moment(feed.last_ok_at) }) : t("never_ok")}
                    </small>
                    <small>
                      {t("senders")}: {feed.senders.join(", ")}
                    </small>
                    {admin && (
                      <button type="button" class="btn small ghost" onClick={() => (open.value = feed.name)}>
                        {t("feed_change")}
                      </button>
                    )}
                    {feed.last_error && <p class="box bad">{t("feed_error", { n: feed.failures, why: feed.last_error, at: moment(feed.next_at) })}</p>}
                  </li>
                );
              })}
            </ul>
            <section class="stack-small">
              <h2>{t("feed_messages")}</h2>
              {all.messages.length === 0 && <p class="muted">{t("feed_messages_none")}</p>}
              <ul class="cards">
                {all.messages.map((one) => (
                  <li key={one.source + one.identifier + one.received_at} class="card stack-small">
                    <p class="tags">
                      <span class={one.outcome === "refused" ? "pill bad" : "pill"}>{t(`out_${one.outcome}`)}</span>
                      <small>{moment(one.received_at)}</small>
                    </p>
                    <b class="as-typed">{one.identifier || t("no_identifier")}</b>
                    {one.detail && <p>{one.detail}</p>}
                    {one.message_id && one.outcome !== "dropped" && (
                      <p>
                        <a href={one.outcome === "drafted" ? `#/cb/canh-bao/thao/${one.message_id}` : `#/cb/canh-bao/${one.message_id}`}>{t("see_it")}</a>
                      </p>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          </>
        )}
      </Shown>
    </div>
  );
}
