/** C10: who I am here, which role I use, what I allow; nothing ticked before I tick it. */
import { useSignal } from "@preact/signals";
import { api, done, got } from "../api/client";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { dropSession, me, mode, session, setMode, type Mode } from "../api/session";
import type { Purpose } from "../api/types";
import { go, type Screen } from "../main/router";
import { TABS } from "../main/tabs";
import { homeCommune } from "../places/home";
import { counting, setCounting } from "../procedures/box/counting";
import { forgetRecents } from "../procedures/box/recents";
import { forgetTicks } from "../procedures/ticks";
import { largeText, setLargeText } from "../ui/comfort";
import { Chips, Tick } from "../ui/form";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { moment, words } from "../ui/words";
import "./me.css";
import { Devices } from "./devices";
import { linkedWays } from "./linked";
import { RecoveryCodes, SecondFactor } from "./second-factor";
import { SignIn } from "./sign-in";
import { ProvinceDoor } from "./trips/doors";
import vi from "./vi.json";
import { ZaloPhone } from "./zalo-phone";

const t = words(vi);
const PURPOSES: Purpose[] = ["alert_messages", "location", "team_contact"];

function Consents() {
  const read = useRead("me:consents", () => got(api.GET("/v1/me/consents")));
  const busy = useSignal(false);
  const set = async (purpose: Purpose, granted: boolean) => {
    busy.value = true;
    try {
      await got(api.PUT("/v1/me/consents/{purpose}", { params: { path: { purpose } }, body: { granted } }));
    } catch (error) {
      say(whyNot(error, t("offline")));
    }
    await read.again();
    busy.value = false;
  };
  return (
    <section class="card" aria-labelledby="consents">
      <h2 id="consents">{t("consents")}</h2>
      <p class="hint">{t("consents_hint")}</p>
      <Shown read={read}>
        {(page) =>
          PURPOSES.map((purpose) => {
            const now = page.items.find((one) => one.purpose === purpose);
            const at = now?.decided_at;
            return (
              <Tick
                key={purpose}
                label={now?.title ?? t(`consent_${purpose}`)}
                checked={now?.granted ?? false}
                disabled={busy.value}
                hint={(now?.text ? `${now.text} ` : "") + (at ? t(now.granted ? "granted_at" : "withdrawn_at", { at: moment(at) }) : t("never"))}
                onChange={(on) => void set(purpose, on)}
              />
            );
          })
        }
      </Shown>
    </section>
  );
}

const MeScreen: Screen = () => {
  const person = me.value;
  const step = person?.second_factor;
  const signOut = async () => {
    // Whoever uses this phone next must not see this person's notices.
    await import("../messages/push").then((push) => push.switchOff()).catch(() => undefined);
    const refresh_token = session.value?.refresh_token;
    if (refresh_token) await done(api.POST("/v1/auth/sign-out", { body: { refresh_token } })).catch(() => undefined);
    await dropSession();
    forgetRecents();
    forgetTicks();
    setMode("citizen");
    say(t("signed_out_said"));
  };
  const modes = (Object.keys(TABS) as Mode[]).filter((one) => one === "citizen" || person?.roles.includes(one));
  return (
    <div class="stack">
      <Head title={t("title")} />
      {person ? (
        <>
          <section class="card">
            <p class="who">
              {person.display_name || person.phone_masked} {person.demo && <span class="pill wait">{t("demo_pill")}</span>}
            </p>
            <p class="muted">{[person.display_name && person.phone_masked, ...person.agencies.map((one) => one.name), ...person.teams.map((one) => one.name)].filter(Boolean).join(" · ")}</p>
            {!person.phone_masked && <ZaloPhone />}
          </section>
          {(step === "to_enrol" || step === "to_prove") && (
            <>
              <SecondFactor key={step} known={step === "to_prove"} />
              {linkedWays(person).includes("province") && <ProvinceDoor purpose="factor" />}
            </>
          )}
          <RecoveryCodes />
          {modes.length > 1 && (
            <Chips
              name="mode"
              legend={t("mode")}
              hint={t("mode_hint")}
              value={mode.value}
              onChoose={(next) => {
                setMode(next);
                const first = TABS[next][0];
                if (first && next !== "citizen") go(first.path);
              }}
              choices={modes.map((one) => ({ value: one, label: t(`role_${one}`) }))}
            />
          )}
        </>
      ) : (
        <SignIn />
      )}
      <section class="card row-head home-row">
        <div>
          <h2>{t("home")}</h2>
          <p>{homeCommune.value?.full_name ?? t("home_none")}</p>
        </div>
        <a class="btn ghost small" href="#/noi-o">
          {t("change")}
        </a>
      </section>
      {person && (
        <section class="card row-head home-row">
          <div>
            <h2>{t("ways")}</h2>
            <p>
              {linkedWays(person)
                .map((way) => t(`by_${way}`))
                .join(", ") || t("by_none")}
            </p>
          </div>
          <a class="btn ghost small" href="#/toi/noi">
            {t("ways_more")}
          </a>
        </section>
      )}
      {person && <Consents />}
      <section class="card row-head home-row">
        <div>
          <h2>{t("rights")}</h2>
          <p>{t("rights_hint")}</p>
        </div>
        <a class="btn ghost small" href="#/tn/doi/cua-toi">
          {t("rights_open")}
        </a>
      </section>
      {person && (
        <section class="card row-head home-row">
          <div>
            <h2>{t("invites")}</h2>
            <p>{t("invites_hint")}</p>
          </div>
          <a class="btn ghost small" href="#/tn/doi/vao">
            {t("rights_open")}
          </a>
        </section>
      )}
      {person && <Devices />}
      <section class="card">
        <Tick label={t("large")} checked={largeText.value} onChange={setLargeText} />
        <Tick label={t("count_searches")} hint={t("count_searches_hint")} checked={counting.value === true} onChange={setCounting} />
      </section>
      {person && (
        <button type="button" class="btn danger wide" onClick={() => void signOut()}>
          {t("sign_out")}
        </button>
      )}
      <p class="hint">{t("about_text")}</p>
    </div>
  );
};

export default MeScreen;
