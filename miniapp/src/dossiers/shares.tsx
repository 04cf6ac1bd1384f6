/** Following for somebody else: those I follow for, and a new request with the applicant's yes. */
import { useSignal } from "@preact/signals";
import { api, done, got } from "../api/client";
import { whyNot } from "../api/failure";
import { readInto, useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Field } from "../ui/form";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { day, moment, words } from "../ui/words";
import { NewShareForm } from "./new-share";
import type { Share } from "./shapes";
import "./dossiers.css";
import vi from "./vi.json";

const t = words(vi);
const KEY = "me:dossier-shares";
const askShares = () => got(api.GET("/v1/me/dossier-shares"));

const Shares: Screen = () => (
  <div class="stack">
    <Head title={t("shares")} up="/hs" />
    <p>{t("shares_hint")}</p>
    {me.value ? (
      <Mine />
    ) : (
      <p class="box">
        {t("sign_in_hint")} <a href="#/toi">{t("sign_in")}</a>
      </p>
    )}
  </div>
);

function Mine() {
  const read = useRead(KEY, askShares);
  const again = () => void readInto(KEY, askShares, {});
  return (
    <Shown read={read}>
      {(found) => (
        <div class="stack">
          {found.items.length > 0 && (
            <ul class="cards">
              {found.items.map((share) => (
                <li key={share.id} class="card stack">
                  <One share={share} onChange={again} />
                </li>
              ))}
            </ul>
          )}
          <NewShareForm texts={found.texts} version={found.text_version} onMade={again} />
        </div>
      )}
    </Shown>
  );
}

function One({ share, onChange }: { share: Share; onChange: () => void }) {
  const code = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  const tone = share.state === "granted" ? "ok" : share.state === "asked" ? "wait" : "";
  const params = { path: { share_id: share.id } };

  const attempt = async (what: () => Promise<unknown>, words_: string) => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      await what();
      say(words_);
      onChange();
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = false;
    }
  };

  return (
    <>
      <p>
        <b>
          <Whole text={share.code} />
        </b>
      </p>
      <p>
        <span class={`pill ${tone}`}>{t(`share_${share.state}`)}</span>
      </p>
      <p class="muted">
        {share.relation && t(`for_${share.relation}`)}
        {share.purpose && ` · ${t(`purpose_${share.purpose}`)}`}
        {` · ${t(`how_${share.how}`)}`}
        {share.given_on && `, ${t("given_on_day", { on: day(share.given_on) })}`}
        {` · ${t("asked_at", { at: moment(share.asked_at) })}`}
      </p>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {share.state === "asked" && share.how === "code" && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void attempt(() => got(api.POST("/v1/me/dossier-shares/{share_id}/code", { params, body: { code: code.value.trim() } })), t("now_following"));
          }}
        >
          <Field id={`code-${share.id}`} label={t("share_code")} hint={t("share_code_hint")} value={code.value} onInput={(value) => (code.value = value)} input={{ inputMode: "numeric", maxLength: 6, autocomplete: "one-time-code", size: 6 }} />
          <button type="submit" class="btn" aria-disabled={busy.value}>
            {t("confirm")}
          </button>
        </form>
      )}
      <div class="actions">
        {share.dossier_id && (
          <a class="btn" href={`#/hs/${share.dossier_id}`}>
            {t("see")}
          </a>
        )}
        {(share.state === "granted" || share.state === "asked") && (
          <button type="button" class="btn danger" aria-disabled={busy.value} onClick={() => void attempt(() => done(api.DELETE("/v1/me/dossier-shares/{share_id}", { params })), t("share_gone"))}>
            {t(share.state === "asked" ? "take_back" : "unfollow")}
          </button>
        )}
      </div>
    </>
  );
}

export default Shares;
