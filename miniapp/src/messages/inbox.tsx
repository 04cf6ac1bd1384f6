/** C9: messages, unread first by look, newest first by time; each opens what it is about. */
import { api, done, got } from "../api/client";
import { readInto, useRead } from "../api/read";
import type { Message } from "../api/types";
import type { Screen } from "../main/router";
import { Icon, type IconName } from "../ui/icon";
import { useMore } from "../ui/more";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { ago, words } from "../ui/words";
import { INBOX, ownLink, readInbox } from "./reading";
import "./inbox.css";
import vi from "./vi.json";

const t = words(vi);

const ICONS: Record<Message["kind"], IconName> = { dossier: "file", report: "camera", alert: "warn", visit: "help", campaign: "today", system: "shield" };

function Row({ message }: { message: Message }) {
  const link = ownLink(message.link);
  const read = () => {
    if (!message.read_at)
      void done(api.POST("/v1/me/messages/{message_id}/read", { params: { path: { message_id: message.id } } }))
        .then(() => readInto(INBOX, readInbox, {}))
        .catch(() => undefined);
  };
  const inner = (
    <>
      <Icon name={ICONS[message.kind]} />
      <span>
        <small>
          {t(`kind_${message.kind}`)} · {ago(message.created_at)} {!message.read_at && <span class="pill">{t("new")}</span>}
        </small>
        <b>
          <Whole text={message.title} />
        </b>
        <span>
          <Whole text={message.body} />
        </span>
      </span>
    </>
  );
  return link ? (
    <a class={message.read_at ? "card message" : "card message new"} href={link} onClick={read}>
      {inner}
    </a>
  ) : (
    <button type="button" class={message.read_at ? "card message" : "card message new"} onClick={read}>
      {inner}
    </button>
  );
}

const Inbox: Screen = () => {
  const read = useRead(INBOX, readInbox);
  const more = useMore<Message>(read.data, (cursor) => got(api.GET("/v1/me/messages", { params: { query: { cursor } } })), { label: t("more") });
  const readAll = async () => {
    await done(api.POST("/v1/me/messages/read-all"));
    more.forget();
    await read.again();
  };
  return (
    <div class="stack">
      <Head title={t("title")} up="/" />
      <a class="btn ghost small" href="#/tb/nhan">
        {t("preferences")}
      </a>
      <Shown read={read} empty={{ when: (list) => !list.items.length, title: t("none"), body: <p>{t("none_hint")}</p> }}>
        {(list) => (
          <>
            {list.unread > 0 && (
              <div class="row-head">
                <p role="status">{t("unread", { n: list.unread })}</p>
                <button type="button" class="as-link" onClick={() => void readAll().catch(() => undefined)}>
                  {t("read_all")}
                </button>
              </div>
            )}
            <ul class="cards">
              {more.items.map((message) => (
                <li key={message.id}>
                  <Row message={message} />
                </li>
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </div>
  );
};

export default Inbox;
