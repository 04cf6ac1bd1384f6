/** My badge: today's code as a QR, drawn on the phone from the codes it took along for the week. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import { Qr } from "../../identity/qr";
import type { Screen } from "../../main/router";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { day, isoDay } from "../../ui/words";
import { type Badge, openBadge } from "./asks";
import { t } from "./crew";
import { Member } from "./member";
import "./badge.css";

export const MyBadge: Screen = () => <Member title={t("badge")}>{(team) => <OfTeam team={team} />}</Member>;

function OfTeam({ team }: { team: string }) {
  const trouble = useSignal("");
  const read = useRead(`me:badge:${me.value?.id}:${team}`, () => openBadge(team));
  const anew = async () => {
    try {
      await openBadge(team, true);
      say(t("badge_anew_done"));
      await read.again();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <Shown read={read} rows={1}>
      {(badge) => (
        <section class="card badge-card">
          <Face badge={badge} />
          {trouble.value && <p class="error">{trouble.value}</p>}
          <p class="box">{t("badge_never")}</p>
          <button type="button" class="btn small ghost" onClick={() => void anew()}>
            {t("badge_anew")}
          </button>
        </section>
      )}
    </Shown>
  );
}

/** `today` is the phone's day in Vietnam: a code of another day says nothing. */
export function Face({ badge, today = isoDay() }: { badge: Badge; today?: string }) {
  const code = badge.days.find((one) => one.on === today);
  const last = badge.days.at(-1)?.on;
  return (
    <>
      <b>{badge.name}</b>
      <span>
        {badge.team_name}
        <br />
        {badge.commune_name}
      </span>
      {code ? (
        <>
          <Qr text={code.url} label={t("badge_qr", { on: day(code.on) })} />
          <p>{t("badge_hint", { on: day(code.on) })}</p>
          {last && <p class="muted">{t("badge_ahead", { on: day(last) })}</p>}
        </>
      ) : (
        <p class="box bad">{t("badge_over")}</p>
      )}
      <span class={`state ${badge.trained ? "ok" : "wait"}`}>{t(badge.trained ? "badge_trained" : "badge_untrained")}</span>
    </>
  );
}
