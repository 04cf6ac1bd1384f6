/** Where the other server sends people back to: the trip is ended, once, and they are signed in or linked. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, done, got } from "../../api/client";
import { asFailure, Refused } from "../../api/failure";
import { clearKept } from "../../api/memory";
import { dropSession, keepSession, me, session, setMe, setMode } from "../../api/session";
import type { TripEnd } from "../../api/types";
import { go, type Place, type Screen } from "../../main/router";
import { forget } from "../../offline/db";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { words } from "../../ui/words";
import "../me.css";
import { notMerged } from "../linking/not-merged";
import { type Kept, takeTrip } from "./trip";
import vi from "./vi.json";

const t = words(vi);

type Trouble = "" | "stopped" | "there" | "no_trip" | "unknown" | "other" | "offline" | "said";

/** What came back, or why nothing can be done with it. */
function readReturn(query: Place["query"], kept: Kept | null): TripEnd | Trouble {
  if (query.get("error")) return query.get("error") === "access_denied" ? "stopped" : "there";
  const code = query.get("code");
  const state = query.get("state");
  if (!kept || !code || !state) return "no_trip";
  const iss = query.get("iss");
  return { code, state, binding: kept.binding, ...(iss && { iss }) };
}

async function signIn(way: Kept["way"], body: TripEnd): Promise<void> {
  const next = await got(way === "zalo" ? api.POST("/v1/auth/zalo/web", { body }) : api.POST("/v1/auth/province", { body }));
  // Somebody else may be signed in here by now, in another tab: nothing of theirs is shown to this person.
  if (me.value && me.value.id !== next.me.id) await dropSession();
  // Their own session of before is not left behind as a device nobody uses.
  const refresh_token = session.value?.refresh_token;
  keepSession(next);
  setMode("citizen");
  if (refresh_token) await done(api.POST("/v1/auth/sign-out", { body: { refresh_token } })).catch(() => undefined);
  say(t("welcome", { name: next.me.display_name || next.me.phone_masked || "" }));
  go("/toi", true);
}

async function link(way: Kept["way"], body: TripEnd): Promise<void> {
  const next = await got(way === "zalo" ? api.POST("/v1/me/zalo/web", { body }) : api.POST("/v1/me/province", { body }));
  clearKept("me:");
  await forget("read:me:");
  setMe(next);
  say(t("linked"));
  go("/toi/noi", true);
}

const ComingBack: Screen = ({ place }) => {
  const trouble = useSignal<Trouble>("");
  const sentence = useSignal("");
  const trip = useSignal<{ kept: Kept; end: TripEnd } | null>(null);
  const finish = async () => {
    const held = trip.value;
    if (!held) return;
    trouble.value = "";
    try {
      await (held.kept.purpose === "link" ? link : signIn)(held.kept.way, held.end);
    } catch (error) {
      const failure = asFailure(error);
      if (!(failure instanceof Refused)) trouble.value = "offline";
      else if (failure.slug === "province-account-unknown") trouble.value = "unknown";
      else {
        sentence.value = failure.slug === "merge-refused" ? notMerged(failure) : failure.words;
        trouble.value = "said";
      }
    }
  };
  useEffect(() => {
    const kept = takeTrip();
    const found = readReturn(place.query, kept);
    // What came back is good once and nobody else's: it does not stay in the address or the history.
    history.replaceState(history.state, "", "#/vao");
    if (typeof found === "string" || !kept) {
      trouble.value = typeof found === "string" ? found : "no_trip";
      return;
    }
    // In another tab somebody else may have signed in meanwhile: this account is not tied to theirs.
    if (kept.purpose === "link" && kept.person !== (me.value?.id ?? null)) {
      trouble.value = "other";
      return;
    }
    trip.value = { kept, end: found };
    void finish();
  }, []);
  return (
    <div class="stack">
      <Head title={t("title")} up="/toi" />
      {trouble.value ? (
        <>
          <p class="box bad" role="alert">
            {trouble.value === "said" ? sentence.value : t(`trouble_${trouble.value}`)}
          </p>
          {trouble.value === "unknown" && (
            <section class="card" aria-labelledby="first-time">
              <h2 id="first-time">{t("first_time")}</h2>
              <ol class="numbered">
                <li>{t("first_phone")}</li>
                <li>{t("first_link")}</li>
                <li>{t("first_then")}</li>
              </ol>
            </section>
          )}
          <div class="actions">
            {trouble.value === "offline" && (
              <button type="button" class="btn" onClick={() => void finish()}>
                {t("again")}
              </button>
            )}
            <a class={trouble.value === "offline" ? "btn ghost" : "btn"} href={trip.value?.kept.purpose === "link" ? "#/toi/noi" : "#/toi"}>
              {t("back")}
            </a>
          </div>
        </>
      ) : (
        <p class="box" role="status">
          {t("busy")}
        </p>
      )}
    </div>
  );
};

export default ComingBack;
