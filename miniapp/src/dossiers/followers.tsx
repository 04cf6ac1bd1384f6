/** Who follows my dossier, or asks to: yes, no, and an end at once. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { readInto, useRead } from "../api/read";
import type { Screen } from "../main/router";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { day, moment, words } from "../ui/words";
import type { Follower } from "./shapes";
import "./dossiers.css";
import vi from "./vi.json";

const t = words(vi);

const Followers: Screen = ({ place }) => {
  const id = place.params["id"] ?? "";
  const ask = () => got(api.GET("/v1/me/dossiers/{dossier_id}/followers", { params: { path: { dossier_id: id } } }));
  const key = `me:dossier:${id}:followers`;
  const read = useRead(key, ask);
  const trouble = useSignal("");
  const busy = useSignal("");

  const decide = async (one: Follower, allowed: boolean, version: string) => {
    if (busy.value) return;
    busy.value = one.id;
    trouble.value = "";
    try {
      const params = { path: { dossier_id: id, handle: one.id } };
      const after = await got(api.PUT("/v1/me/dossiers/{dossier_id}/followers/{handle}", { params, body: { allowed, ...(allowed && { text_version: version }) } }));
      say(t(after.state === "granted" ? "now_allowed" : "now_ended", { who: one.name }));
      await readInto(key, ask, {});
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = "";
    }
  };

  return (
    <div class="stack">
      <Head title={t("followers")} up={`/hs/${id}`} />
      <p class="muted">{t("followers_hint")}</p>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Shown read={read} always empty={{ when: (found) => found.items.length === 0, title: t("followers_none"), body: <p>{t("followers_none_hint")}</p> }}>
        {(found) => (
          <ul class="cards">
            {found.items.map((one) => (
              <li key={one.id} class="card stack">
                <Line one={one} />
                {one.state === "asked" && <p class="box">{found.text}</p>}
                <div class="actions">
                  {one.state !== "granted" && (
                    <button type="button" class="btn" aria-disabled={busy.value !== ""} onClick={() => void decide(one, true, found.text_version)}>
                      {t(one.state === "asked" ? "allow" : "allow_again")}
                    </button>
                  )}
                  {(one.state === "granted" || one.state === "asked") && (
                    <button type="button" class="btn danger" aria-disabled={busy.value !== ""} onClick={() => void decide(one, false, found.text_version)}>
                      {t(one.state === "asked" ? "refuse" : "stop")}
                    </button>
                  )}
                </div>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
};

function Line({ one }: { one: Follower }) {
  const tone = one.state === "granted" ? "ok" : one.state === "asked" ? "wait" : "";
  return (
    <div>
      <p>
        <b>{one.name}</b> {one.phone_masked && <span class="muted">{one.phone_masked}</span>}
      </p>
      <p>
        <span class={`pill ${tone}`}>{t(`follower_${one.state}`)}</span>
      </p>
      {one.relation && <p>{t(`seen_as_${one.relation}`)}</p>}
      {one.purpose && <p>{t("for_what", { what: t(`purpose_${one.purpose}`) })}</p>}
      <p class="muted">
        {t(`way_${one.how}`)}
        {one.given_on && `, ${t("given_on_day", { on: day(one.given_on) })}`}
        {` · ${t("since", { at: moment(one.since) })}`}
        {one.ended_at && ` · ${t("ended_at", { at: moment(one.ended_at) })}`}
      </p>
    </div>
  );
}

export default Followers;
