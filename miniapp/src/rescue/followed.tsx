/** One call of this phone: the short number, how it goes on, and what to do while it has not arrived. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { Icon } from "../ui/icon";
import { AsOf } from "../ui/shown";
import { moment, words } from "../ui/words";
import { trying } from "./calling";
import { forgetMine, type Mine } from "./mine";
import { SMS_NUMBER, smsLink } from "./texting";
import vi from "./vi.json";
import { askStanding, saySafe } from "./wire";

const t = words(vi);
const EVERY = 20_000;

export function Followed({ one }: { one: Mine }) {
  return one.key && one.number !== null ? <Arrived one={one} number={one.number} sosKey={one.key} /> : <Waiting one={one} />;
}

function Waiting({ one }: { one: Mine }) {
  return (
    <section class="box bad stack-small" role="status">
      <h2>{t("not_sent")}</h2>
      <p>{t(trying.value.includes(one.call.id) ? "trying" : "will_try")}</p>
      <a class="btn wide" href={smsLink(one.call)}>
        {t("sms_now", { number: SMS_NUMBER })}
      </a>
      <p>{t("sms_hint")}</p>
      <button type="button" class="as-link" onClick={() => void forgetMine(one.call.id)}>
        {t("give_up")}
      </button>
    </section>
  );
}

function Arrived({ one, number, sosKey }: { one: Mine; number: number; sosKey: string }) {
  const read = useRead(`sos:${one.call.id}`, () => askStanding(one.call.id, sosKey));
  const sure = useSignal(false);
  const trouble = useSignal("");
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible" && !read.data?.ended) void read.again();
    }, EVERY);
    return () => clearInterval(timer);
  }, [one.call.id]);
  const safe = async () => {
    trouble.value = "";
    try {
      await saySafe(one.call.id, sosKey);
      sure.value = false;
      await read.again();
    } catch (error) {
      trouble.value = whyNot(error, t("unreachable"));
    }
  };
  const { data } = read;
  return (
    <section class="card stack-small sos-sent">
      <p class="signed state ok">
        <Icon name="check" />
        {t("received_at", { at: moment(one.at) })}
      </p>
      <h2>
        {t("your_number")} <b class="sos-number">{number}</b>
      </h2>
      <p>{t("say_number")}</p>
      <p role="status">
        <b>{data?.state_name ?? t("state_unknown")}</b>
      </p>
      <AsOf read={read} />
      {data && (
        <ol class="rescue-log">
          {(data.steps ?? []).map((step, place) => (
            <li key={place}>
              {step.action_name} <small>{moment(step.occurred_at)}</small>
            </li>
          ))}
        </ol>
      )}
      {data && !data.has_place && <p class="box wait">{t("need_place")}</p>}
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {data?.ended ? (
        <button type="button" class="btn ghost" onClick={() => void forgetMine(one.call.id)}>
          {t("put_away")}
        </button>
      ) : sure.value ? (
        <div role="group" aria-label={t("safe_sure")} class="stack-small">
          <p>{t("safe_sure")}</p>
          <div class="actions">
            <button type="button" class="btn" onClick={() => void safe()}>
              {t("safe_yes")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (sure.value = false)}>
              {t("safe_no")}
            </button>
          </div>
        </div>
      ) : (
        <button type="button" class="btn ghost" onClick={() => (sure.value = true)}>
          {t("safe")}
        </button>
      )}
    </section>
  );
}
