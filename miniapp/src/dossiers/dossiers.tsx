/** C4: what the person follows, at once; and a look-up for everybody, no account needed. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { readInto, useRead } from "../api/read";
import { me } from "../api/session";
import type { Dossier } from "../api/types";
import { go, type Screen } from "../main/router";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import { DossierLine } from "./line";
import { Lookup } from "./lookup";
import vi from "./vi.json";
import { DossierView } from "./view";

const t = words(vi);

export const readMine = () => got(api.GET("/v1/me/dossiers"));

function Mine() {
  const read = useRead("me:dossiers", readMine);
  return (
    <section aria-labelledby="followed">
      <div class="row-head">
        <h2 id="followed">{t("followed")}</h2>
        <button type="button" class="as-link" onClick={() => void read.again()}>
          {t("refresh")}
        </button>
      </div>
      <Shown read={read} always empty={{ when: (page) => !page.items.length, title: t("none"), body: <p>{t("none_hint")}</p> }}>
        {(page) => (
          <ul class="cards">
            {page.items.map((dossier) => (
              <li key={dossier.id}>
                <DossierLine dossier={dossier} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

const Dossiers: Screen = () => {
  const found = useSignal<{ dossier: Dossier; key: { code: string; phone_last4: string } } | null>(null);
  const problem = useSignal("");
  const follow = async () => {
    if (!found.value) return;
    try {
      const dossier = await got(api.POST("/v1/me/dossiers", { body: found.value.key }));
      void readInto("me:dossiers", readMine, {});
      say(t("following"));
      go(`/hs/${dossier.id}`);
    } catch (error) {
      problem.value = whyNot(error, t("offline"));
    }
  };
  const result = found.value;
  return (
    <div class="stack">
      <Head title={t("title")} up="/" />
      {me.value && <Mine />}
      {me.value && (
        <a class="card link" href="#/hs-giup">
          <b>{t("shares")}</b>
          <small>{t("shares_link")}</small>
        </a>
      )}
      <Lookup onFound={(dossier, key) => (found.value = { dossier, key })} />
      {result && (
        <section class="stack" aria-label={result.dossier.procedure_name}>
          <h2 tabIndex={-1} ref={(title) => title?.focus()}>
            {result.dossier.procedure_name}
          </h2>
          {problem.value && (
            <p class="box bad" role="alert">
              {problem.value}
            </p>
          )}
          {me.value ? (
            <>
              <button type="button" class="btn wide" onClick={() => void follow()}>
                {t("follow")}
              </button>
              <p class="muted">
                {t("follow_whose")} <a href="#/hs-giup">{t("shares")}</a>
              </p>
            </>
          ) : (
            <a class="btn wide ghost" href="#/toi">
              {t("follow_sign_in")}
            </a>
          )}
          <DossierView dossier={result.dossier} />
        </section>
      )}
      {!me.value && !result && (
        <p class="box">
          {t("sign_in_hint")} <a href="#/toi">{t("sign_in")}</a>
        </p>
      )}
    </div>
  );
};

export default Dossiers;
