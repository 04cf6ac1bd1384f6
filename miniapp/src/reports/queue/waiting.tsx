/** The outbox as people see it: what waits, what was refused and why, and a way on for each. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { go, type Screen } from "../../main/router";
import { kinds } from "../../offline/kinds";
import { allSentAt, drop, flush, items, sending, type Item, type Kind } from "../../offline/outbox";
import { Icon } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { ago, moment, number, words } from "../../ui/words";
import "../reports.css";
import vi from "./vi.json";

const t = words(vi);

function Row({ item }: { item: Item }) {
  const asking = useSignal(false);
  const kind = useSignal<Kind | null>(null);
  useEffect(() => {
    void kinds[item.kind]().then((found) => (kind.value = found), () => undefined);
  }, [item.kind]);
  const bytes = item.photos.reduce((sum, photo) => sum + photo.blob.size, 0);
  const fix = kind.value?.fix(item) ?? null;
  const refused = item.state === "rejected";
  return (
    <li class={refused ? "card stack refused" : "card stack"}>
      <div>
        <h2>{item.title}</h2>
        <p class="muted">
          {t("queued_at", { at: moment(item.created_at) })}
          {item.photos.length > 0 && <> · {t("queued_photos", { n: item.photos.length, size: `${number(Math.round(bytes / 1000))} kB` })}</>}
        </p>
      </div>
      {refused ? (
        <div class="box bad">
          <b>
            {t("rejected")}: {item.refusal?.status === 409 ? t("conflict") : item.refusal?.title}
          </b>
          <p>{item.refusal?.detail}</p>
          {item.refusal?.fields.map((one) => <p key={one.field}>{one.message}</p>)}
        </div>
      ) : (
        item.next_at > Date.now() && <p class="muted">{t("next_try", { when: ago(item.next_at) })}</p>
      )}
      {asking.value ? (
        <div role="group" aria-label={t("drop_sure")}>
          <p>{t("drop_sure")}</p>
          <div class="actions">
            <button type="button" class="btn danger" onClick={() => void drop(item.id)}>
              {t("drop_yes")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (asking.value = false)}>
              {t("drop_no")}
            </button>
          </div>
        </div>
      ) : (
        <div class="actions">
          {refused && fix && item.refusal?.status !== 409 && (
            <button type="button" class="btn" onClick={() => go(fix)}>
              {t("fix")}
            </button>
          )}
          <button type="button" class="btn danger" onClick={() => (asking.value = true)}>
            {t("drop")}
          </button>
        </div>
      )}
    </li>
  );
}

const Waiting: Screen = () => {
  const list = items.value;
  return (
    <div class="stack">
      <Head title={t("waiting")} up="/" />
      {list.length ? (
        <>
          <p role="status">
            {sending.value ? t("waiting_sending") : navigator.onLine ? t("waiting_n", { n: list.length }) : t("waiting_offline")}
          </p>
          <button type="button" class="btn wide" onClick={() => void flush(true)} aria-disabled={sending.value}>
            <Icon name="sync" spin={sending.value} />
            {t("send_now")}
          </button>
          <ul class="cards">
            {list.map((item) => (
              <Row key={item.id} item={item} />
            ))}
          </ul>
        </>
      ) : (
        <Empty title={allSentAt.value ? t("waiting_none_at", { at: moment(allSentAt.value) }) : t("waiting_none")}>
          <p>{t("waiting_none_hint")}</p>
        </Empty>
      )}
    </div>
  );
};

export default Waiting;
