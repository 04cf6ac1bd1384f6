/** After "Gửi": kept on the phone, then received. Never says more than what has happened. */
import { useEffect, useRef } from "preact/hooks";
import { items } from "../offline/outbox";
import { moment, words } from "../ui/words";
import { Icon } from "../ui/icon";
import { Whole } from "../ui/whole";
import { loadTracked, tracked } from "./tracked";
import vi from "./vi.json";

const t = words(vi);

export function Sent({ id, onAnother }: { id: string; onAnother: () => void }) {
  const title = useRef<HTMLHeadingElement>(null);
  const item = items.value.find((one) => one.id === id);
  const receipt = tracked.value.find((one) => one.id === id);
  useEffect(() => {
    void loadTracked();
    title.current?.focus();
  }, [Boolean(item)]);
  const here = receipt && !item;
  const refused = item?.state === "rejected";
  return (
    <div class="stack sent">
      <div class={here ? "sent-sign ok" : refused ? "sent-sign bad" : "sent-sign"}>
        <Icon name={here ? "check" : refused ? "warn" : "clock"} />
      </div>
      <h1 tabIndex={-1} ref={title}>
        {here ? <Whole text={t("arrived", { code: receipt.code })} /> : refused ? t("rejected") : t("kept")}
      </h1>
      <p role="status">
        {here
          ? receipt.due_at
            ? t("arrived_due", { due: moment(receipt.due_at) })
            : ""
          : refused
            ? `${item.refusal?.title ?? ""} ${item.refusal?.detail ?? ""}`
            : t(navigator.onLine && !item?.tries ? "kept_sending" : "kept_offline")}
      </p>
      {here ? (
        <a class="btn wide" href={`#/p/${id}`}>
          {t("see_mine")}
        </a>
      ) : (
        <a class="btn wide" href="#/cho-gui">
          {t("see_waiting")}
        </a>
      )}
      <button type="button" class="btn ghost wide" onClick={onAnother}>
        {t("another")}
      </button>
    </div>
  );
}
