/** One draft: what it says, who did what, and what this officer may do with it now. */
import { useSignal } from "@preact/signals";
import { Refused, whyNotInFull } from "../../../api/failure";
import { useRead } from "../../../api/read";
import type { Screen } from "../../../main/router";
import { Field, wrongOf, type Wrong } from "../../../ui/form";
import { say } from "../../../ui/say";
import { Shown } from "../../../ui/shown";
import { moment } from "../../../ui/words";
import { Only } from "../../gate/gate";
import type { AlertDraft } from "../../shapes";
import { Later } from "../../../ui/later";
import { askCommunes } from "../../wire";
import { approveDraft, askDraft, dropDraft, lookAtArea, refuseDraft, sendDraft } from "../wire";
import { t } from "./words";

const areaMap = () => import("../../../alerts/area-map");

export const OneDraft: Screen = ({ place }) => <Only roles={["officer"]}>{() => <One key={place.params["id"]} id={place.params["id"] ?? ""} />}</Only>;

function One({ id }: { id: string }) {
  const read = useRead(`me:alert-draft:${id}`, () => askDraft(id), { kept: false });
  const moved = useSignal<AlertDraft | null>(null);
  return (
    <Shown read={read} head={{ title: t("draft"), up: "/cb/canh-bao", of: (first) => first.content.headline || t("no_headline") }}>
      {(first) => {
        // What was read later counts: somebody else may have moved it on.
        const draft = moved.value && moved.value.version >= first.version ? moved.value : first;
        return (
          <div class="stack">
            <p class="tags">
              <span class={draft.state === "waiting" ? "pill bad" : "pill"}>{t(draft.may_decide ? "draft_for_you" : `draft_${draft.state}`)}</span>
              {draft.content.risk_level && <span class="pill bad">{t("w_level", { n: draft.content.risk_level })}</span>}
              <span class="pill">{t(`st_${draft.content.status ?? "actual"}`)}</span>
              {draft.origin !== "officer" && <span class="pill wait">{t(`from_${draft.origin}`)}</span>}
            </p>
            {draft.state === "refused" && (
              <p class="box bad">
                <b>{t("refused_because")}</b> {draft.reason}
              </p>
            )}
            {draft.note && <p class="box as-typed">{draft.note}</p>}
            <Content draft={draft} />
            <Deciding key={draft.version} draft={draft} onMoved={(next) => (moved.value = next)} again={read.again} />
            <section class="card stack-small">
              <h2>{t("steps")}</h2>
              <ul class="lines-list">
                {draft.steps.map((step, index) => (
                  <li key={index}>
                    <b>{t(`verb_${step.verb}`)}</b> · {step.person_name ?? t("a_machine")} · <span class="muted">{moment(step.at)}</span>
                    {step.note && <p class="as-typed">{step.note}</p>}
                  </li>
                ))}
              </ul>
            </section>
          </div>
        );
      }}
    </Shown>
  );
}

function Content({ draft }: { draft: AlertDraft }) {
  const { content, province_code } = draft;
  const { polygons = [], circles = [], commune_codes = [] } = content;
  const drawn = polygons.length + circles.length;
  const communes = useRead(`communes:${province_code}`, () => askCommunes(province_code), { fresh: 86_400_000 });
  const touched = useRead(drawn ? `me:alert-draft-area:${draft.id}:${draft.version}` : null, () => lookAtArea(polygons as [number, number][][], circles), { kept: false });
  const codes = new Set([...commune_codes, ...(touched.data?.communes ?? []).map((one) => one.code)]);
  const names = (communes.data ?? []).filter((one) => codes.has(one.code)).map((one) => one.name);
  return (
    <section class="card stack-small">
      <p>
        <b>{draft.hazard_name ?? t("need_hazard")}</b>
      </p>
      {content.instruction && <p class="as-typed box bad">{content.instruction}</p>}
      <p class="as-typed">{content.description}</p>
      {content.river_alarm && <p>{content.river_alarm}</p>}
      <p>
        <b>{t("check_who")}:</b> {drawn ? `${t("check_drawn")}; ` : ""}
        {t("w_communes", { n: codes.size })} ({names.join(", ")})
      </p>
      {codes.size > 0 && <Later load={areaMap} province={province_code} codes={[...codes]} polygons={polygons} circles={circles} />}
      {content.replaces && (
        <p>
          <a href={`#/cb/canh-bao/${content.replaces}`}>{t("replaces_this")}</a>
        </p>
      )}
      {content.expires_at && <p class="muted">{t("w_until", { at: moment(content.expires_at) })}</p>}
    </section>
  );
}

interface DecidingProps {
  draft: AlertDraft;
  onMoved: (next: AlertDraft) => void;
  again: () => Promise<void>;
}

function Deciding({ draft, onMoved, again }: DecidingProps) {
  const busy = useSignal(false);
  const trouble = useSignal("");
  const asked = useSignal<"approve" | "refuse" | null>(null);
  const reason = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const does = (word: Parameters<typeof t>[0], move: () => Promise<AlertDraft>) => async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      onMoved(await move());
      say(t(word));
    } catch (error) {
      trouble.value = error instanceof Refused ? whyNotInFull(error, "") : t("failed_net");
      if (error instanceof Refused && error.status === 409) await again();
    } finally {
      busy.value = false;
    }
  };
  const { id, version, state } = draft;
  const refuse = async () => {
    const said = reason.value.normalize("NFC").trim();
    wrong.value = said ? [] : [{ id: "reason", message: t("need_why") }];
    if (said) await does("said_no", () => refuseDraft(id, version, said))();
  };
  if (state === "published")
    return (
      <a class="btn" href={`#/cb/canh-bao/${id}`}>
        {t("see_published")}
      </a>
    );
  if (state === "dropped") return null;
  return (
    <div class="stack-small">
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {state === "waiting" && !draft.may_decide && <p class="box wait">{t("waits_for_other")}</p>}
      {draft.may_decide && asked.value === null && (
        <div class="actions">
          <button type="button" class="btn danger" onClick={() => (asked.value = "approve")}>
            {t("approve")}
          </button>
          <button type="button" class="btn ghost" onClick={() => (asked.value = "refuse")}>
            {t("refuse")}
          </button>
        </div>
      )}
      {asked.value === "approve" && (
        <section class="box bad stack-small">
          <p>{t("approve_sure")}</p>
          <div class="actions">
            <button type="button" class="btn danger" disabled={busy.value} onClick={() => void does("approved_now", () => approveDraft(id, version))()}>
              {t("approve_now")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (asked.value = null)}>
              {t("keep")}
            </button>
          </div>
        </section>
      )}
      {asked.value === "refuse" && (
        <form
          class="card stack-small"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void refuse();
          }}
        >
          <Field id="reason" label={t("refuse_why")} hint={t("refuse_hint")} value={reason.value} error={wrongOf(wrong.value, "reason")} onInput={(value) => (reason.value = value)} lines={3} />
          <div class="actions">
            <button type="submit" class="btn" disabled={busy.value}>
              {t("refuse_now")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (asked.value = null)}>
              {t("keep")}
            </button>
          </div>
        </form>
      )}
      {asked.value === null && (
        <div class="actions">
          {state !== "waiting" && (
            <button type="button" class="btn" disabled={busy.value} onClick={() => void does(draft.needs_second_person ? "sent_to_second" : "published", () => sendDraft(id, version))()}>
              {t(draft.needs_second_person ? "send_to_second" : "publish_now")}
            </button>
          )}
          <a class="btn ghost" href={`#/cb/canh-bao/moi?thao=${id}`}>
            {t("edit_draft")}
          </a>
          <button type="button" class="btn ghost" disabled={busy.value} onClick={() => void does("dropped_now", () => dropDraft(id, version))()}>
            {t("drop_draft")}
          </button>
        </div>
      )}
    </div>
  );
}
