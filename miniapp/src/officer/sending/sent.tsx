/** What leaves the app today, and what nobody could send: each letter is sent again or given up. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { useMore } from "../../ui/more";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { moment, number } from "../../ui/words";
import { DeskLink, Only } from "../frame";
import { askDead, askToday, type DayReport, type DeadLetter, giveUp, resend } from "./wire";
import { t, why } from "./words";
import "./sending.css";

export const Sent: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const today = useRead("me:sending-today", askToday, { kept: false });
  const officer = me.value?.roles.includes("officer");
  return (
    <div class="stack">
      <Head title={t("sending")} up={officer ? "/cb" : "/qt"} />
      <Shown read={today}>{(day) => <Today day={day} />}</Shown>
      {officer && (
        <DeskLink href="#/cb/moi" icon="today" title={t("campaigns_card")} hint={t("campaigns_card_hint")} />
      )}
      <Letters onSettled={() => void today.again()} />
    </div>
  );
}

function Today({ day }: { day: DayReport }) {
  const money = { cost: number(day.cost_vnd), cap: number(day.cap_vnd) };
  return (
    <section class="card stack-small" aria-labelledby="today">
      <h2 id="today">{t("today")}</h2>
      <p>{t("cost", money)}</p>
      <meter class="spent" min={0} max={day.cap_vnd || 1} value={Math.min(day.cost_vnd, day.cap_vnd)} aria-label={t("cost", money)} />
      {day.cost_vnd >= day.cap_vnd && <p class="box bad">{t("cost_full")}</p>}
      <p class="tags">
        <span class="pill">{t("waiting", { n: number(day.waiting) })}</span>
        <span class={day.dead ? "pill bad" : "pill ok"}>{t("dead", { n: number(day.dead) })}</span>
      </p>
    </section>
  );
}

function Letters({ onSettled }: { onSettled: () => void }) {
  const read = useRead("me:dead-letters", () => askDead(null), { kept: false });
  const more = useMore<DeadLetter>(read.data, askDead);
  const settled = useSignal<string[]>([]);
  return (
    <section class="stack-small" aria-labelledby="dead">
      <h2 id="dead">{t("dead_title")}</h2>
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("dead_none"), body: <p>{t("dead_none_hint")}</p> }}>
        {() => {
          const letters = more.items.filter((one) => !settled.value.includes(one.id));
          return (
            <>
              <p class="hint">{letters.length ? t("dead_hint") : t("dead_none")}</p>
              <ul class="cards">
                {letters.map((letter) => (
                  <Letter
                    key={letter.id}
                    letter={letter}
                    onSettled={() => {
                      settled.value = [...settled.value, letter.id];
                      onSettled();
                    }}
                  />
                ))}
              </ul>
              {more.button}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

function Letter({ letter, onSettled }: { letter: DeadLetter; onSettled: () => void }) {
  const asked = useSignal(false);
  const busy = useSignal(false);
  const trouble = useSignal("");
  const act = async (what: (id: string) => Promise<void>, words: string) => {
    if (busy.value) return;
    busy.value = true;
    try {
      await what(letter.id);
      say(words);
      onSettled();
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  const name = `${t(`way_${letter.way}`)}, ${t(`kind_${letter.kind}`)}`;
  return (
    <li class="card stack-small">
      <p class="tags">
        <span class="pill">{t(`way_${letter.way}`)}</span>
        <span class="pill">{t(`kind_${letter.kind}`)}</span>
        {letter.urgent && <span class="pill bad">{t("urgent")}</span>}
      </p>
      <p>
        <b>{letter.why}</b>
        {letter.address_masked && ` · ${t("to", { address: letter.address_masked })}`}
      </p>
      <small>
        {t("tried", { n: letter.attempts, at: moment(letter.created_at) })}
        {letter.reason && ` · ${t("code", { code: letter.reason })}`}
      </small>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {asked.value && <p>{t("give_up_sure")}</p>}
      <div class="actions">
        {asked.value ? (
          <>
            <button type="button" class="btn small danger" aria-disabled={busy.value} onClick={() => void act(giveUp, t("given_up"))}>
              {t("give_up_yes")}
            </button>
            <button type="button" class="btn small ghost" onClick={() => (asked.value = false)}>
              {t("keep")}
            </button>
          </>
        ) : (
          <>
            <button type="button" class="btn small" aria-label={`${t("resend")}: ${name}`} aria-disabled={busy.value} onClick={() => void act(resend, t("resent"))}>
              {t("resend")}
            </button>
            <button type="button" class="btn small ghost" aria-label={`${t("give_up")}: ${name}`} onClick={() => (asked.value = true)}>
              {t("give_up")}
            </button>
          </>
        )}
      </div>
    </li>
  );
}
