/** The last look before a warning goes out, or to the second officer. Sending again is safe. */
import { useSignal } from "@preact/signals";
import { Refused, whyNotInFull } from "../../api/failure";
import { go } from "../../main/router";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { moment } from "../../ui/words";
import type { HazardList } from "../shapes";
import { publish } from "../wire";
import { saveDraft, sendDraft } from "./wire";
import { bodyOf, contentOf, type Filling } from "./filling";
import { t } from "./words";

interface Props {
  now: Filling;
  list: HazardList;
  communes: { code: string; name: string }[];
  onBack: () => void;
}

export function LastLook({ now, list, communes, onBack }: Props) {
  const trouble = useSignal("");
  const busy = useSignal(false);
  /** Fixed when it was shown: what is sent twice is the same. */
  const shownAt = useSignal(Date.now());
  const body = bodyOf(now, shownAt.value);
  const level = list.levels.find((one) => one.level === body.risk_level);
  const names = communes.filter((one) => now.communes.includes(one.code)).map((one) => one.name);
  /** A kept draft is saved and sent; a new warning goes out in one step. */
  const out = async () => {
    if (now.version === null) {
      const done = await publish(body);
      return { id: done.id, waits: "content" in done };
    }
    const kept = await saveDraft(now.id, contentOf(now, shownAt.value), now.version);
    const done = await sendDraft(now.id, kept.version);
    return { id: done.id, waits: done.state === "waiting" };
  };
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const { id, waits } = await out();
      say(t(waits ? "sent_to_second" : "published"));
      go(waits ? `/cb/canh-bao/thao/${id}` : `/cb/canh-bao/${id}`, true);
    } catch (error) {
      trouble.value = error instanceof Refused ? t("not_published", { why: whyNotInFull(error, "") }) : t("not_published_net");
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="stack narrow">
      <Head title={t("check_title")} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <section class="card stack-small">
        <p class="tags">
          <span class="pill bad">{t("w_level", { n: body.risk_level })}</span>
          <span class={body.status === "actual" ? "pill bad" : "pill wait"}>{t(`st_${now.status}`)}</span>
          <span class="pill">{list.hazards.find((one) => one.code === body.hazard)?.name}</span>
        </p>
        <h2>{body.headline}</h2>
        <p class="as-typed box bad">{body.instruction}</p>
        <p class="as-typed">{body.description}</p>
        {body.river_alarm && <p>{body.river_alarm}</p>}
        <p>
          <b>{t("check_who")}:</b>{" "}
          {[now.polygons.length + now.circles.length ? t("check_drawn") : "", names.length ? `${t("w_communes", { n: names.length })} (${names.join(", ")})` : ""].filter(Boolean).join("; ")}
        </p>
        <p>
          <b>{t("check_when", { at: moment(body.expires_at) })}</b>
        </p>
        <p>{t(`st_${now.status}_hint`)}</p>
        {level?.needs_second_person && <p class="box wait">{t("second_needed")}</p>}
      </section>
      <div class="actions">
        <button type="button" class="btn" disabled={busy.value} onClick={() => void send()}>
          {t(level?.needs_second_person ? "send_to_second" : "publish_now")}
        </button>
        <button type="button" class="btn ghost" onClick={onBack}>
          {t("back_edit")}
        </button>
      </div>
    </div>
  );
}
