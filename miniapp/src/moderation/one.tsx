/** One case before everybody's eyes: its words, each photo, whether it is public, and everything that was done. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isStaff, NotStaff } from "../agency/inbox";
import { asFailure, Refused, whyNotInFull } from "../api/failure";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Field } from "../ui/form";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { Why } from "../ui/why";
import { moment, words } from "../ui/words";
import { PhotoCard } from "./photo";
import vi from "./vi.json";
import { askOne, finish, type Past, type Publication, revert, setPublic, setText } from "./wire";
import "./moderation.css";

const t = words(vi);
/** Does one deed, takes what came of it, and says so; when somebody was faster, shows theirs. */
export type Deed = (work: () => Promise<Publication>, said: string) => Promise<void>;

export const One: Screen = ({ place }) => (isStaff() ? <Case id={place.params["id"] ?? ""} /> : <NotStaff />);

function Case({ id }: { id: string }) {
  const read = useRead(`me:moderation-of:${me.value?.id}:${id}`, () => askOne(id));
  const newer = useSignal<Publication | null>(null);
  const raced = useSignal(false);
  const trouble = useSignal("");
  const deed: Deed = async (work, said) => {
    trouble.value = "";
    try {
      newer.value = await work();
      raced.value = false;
      say(said);
    } catch (error) {
      const failure = asFailure(error);
      const now = failure instanceof Refused && failure.slug === "moderation-changed" ? await askOne(id).catch(() => null) : null;
      raced.value = now !== null;
      if (now) newer.value = now;
      else trouble.value = whyNotInFull(error, t("no_net"));
    }
  };
  return (
    <Shown read={read} head={{ title: t("one"), up: "/duyet", of: (first) => first.category_name }}>
      {(first) => {
        const one = newer.value && newer.value.version >= first.version ? newer.value : first;
        return (
          <div class="stack">
            <p class="mod-tags">
              <span class="pill">{one.state_name}</span>
              <span class={`pill ${one.published ? "ok" : "wait"}`}>{t(one.withheld ? "withheld" : one.published ? "public" : "not_public")}</span>
              <span class="muted code">{one.code}</span>
              <span class="muted">{one.commune_name}</span>
            </p>
            {raced.value && (
              <p class="box wait" role="alert">
                {t("raced")}
              </p>
            )}
            {trouble.value && (
              <p class="box bad" role="alert">
                {trouble.value}
              </p>
            )}
            <div class="moderate">
              <div class="mod-photos stack">
                {(one.photos ?? []).map((photo) => (
                  <PhotoCard key={photo.id} one={one} photo={photo} deed={deed} />
                ))}
              </div>
              <aside class="stack">
                <Text one={one} deed={deed} />
                <Publicity one={one} deed={deed} />
                <History one={one} deed={deed} />
              </aside>
            </div>
          </div>
        );
      }}
    </Shown>
  );
}

export function Text({ one, deed }: { one: Publication; deed: Deed }) {
  const there = one.public_text ?? one.description ?? "";
  const base = useSignal(there);
  const text = useSignal(there);
  const take = () => (base.value = text.value = there);
  // Somebody else wrote something else meanwhile: what is being typed here stays, theirs is shown above it.
  useEffect(() => {
    if (text.value === base.value || text.value.normalize("NFC").trim() === there) take();
  }, [there]);
  const save = () => deed(() => setText(one, text.value.normalize("NFC").trim() || null), t("done_text"));
  return (
    <section class="card stack-small">
      {one.description && one.description !== one.public_text && (
        <p>
          <small class="muted">{t("written")}</small>
          <br />
          {one.description}
        </p>
      )}
      {there !== base.value && (
        <div class="box wait stack-small" role="status">
          <p>{t("theirs", { text: there })}</p>
          <button type="button" class="btn small ghost" onClick={take}>
            {t("take_theirs")}
          </button>
        </div>
      )}
      <Field id="public_text" label={t("text")} hint={t("text_hint")} lines={4} value={text.value} onInput={(value) => (text.value = value)} />
      <button type="button" class="btn small ghost" onClick={() => void save()}>
        {t("save_text")}
      </button>
    </section>
  );
}

function Publicity({ one, deed }: { one: Publication; deed: Deed }) {
  const asking = useSignal(false);
  const withhold = async (reason: string) => {
    await deed(() => setPublic(one, false, reason), t("done_withhold"));
    asking.value = false;
  };
  return (
    <section class="card stack-small">
      <div class="actions">
        <button type="button" class="btn small" onClick={() => void deed(() => finish(one), t("done_finish"))}>
          {t("finish")}
        </button>
        {one.published && !asking.value && (
          <button type="button" class="btn small danger" onClick={() => (asking.value = true)}>
            {t("withhold")}
          </button>
        )}
      </div>
      {asking.value && <Why id="withhold" label={t("why_withhold")} need={t("need_reason")} act={t("withhold")} send={withhold} onKeep={() => (asking.value = false)} />}
      {!one.published && one.may_publish && (
        <button type="button" class="btn small ghost" onClick={() => void deed(() => setPublic(one, true, null), t("done_publish"))}>
          {t("publish")}
        </button>
      )}
    </section>
  );
}

const textOf = (side: Past["before"]): string | null => (side && "text" in side ? String(side["text"] ?? t("empty_text")) : null);

function History({ one, deed }: { one: Publication; deed: Deed }) {
  const steps = one.history ?? [];
  if (!steps.length) return null;
  return (
    <section class="card">
      <h2>{t("history")}</h2>
      <ol class="timeline stack-small">
        {steps.map((step) => (
          <li key={step.id}>
            <b>{t(`d_${step.action}`)}</b>
            <small>
              {moment(step.occurred_at)} · {step.staff_name || t("somebody")}
            </small>
            {step.reason && <p>{step.reason}</p>}
            {textOf(step.before) !== null && <p class="muted">{t("before", { text: textOf(step.before) ?? "" })}</p>}
            {textOf(step.after) !== null && <p class="muted">{t("after", { text: textOf(step.after) ?? "" })}</p>}
            {step.action !== "look" && (
              <button type="button" class="btn small ghost" onClick={() => void deed(() => revert(one, step.id), t("done_revert"))}>
                {t("revert")}
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
