/** The team at one look: how far each hamlet is, what waits for the leader, who wants help. No list of who did how much. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Icon, type IconName } from "../../ui/icon";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why } from "../../ui/why";
import { moment, number } from "../../ui/words";
import { Leading, visits } from "./leading";
import { answerCall, askCalls, askOverview, type HelpCall, type Overview } from "./wire";
import { t } from "./words";
import "./lead.css";

const Desk: Screen = ({ place }) => {
  const asked = place.query.get("to");
  return (
    <Leading asked={asked} title={t("desk")} up={asked && visits(asked) ? `/cb/to/${asked}` : "/tn/to"}>
      {(team) => <Look key={team} team={team} />}
    </Leading>
  );
};

function Look({ team }: { team: string }) {
  const read = useRead(`me:lead:${team}`, () => askOverview(team));
  const guest = visits(team);
  /** The leader's own lists: an officer sees how many wait, and leaves them to the team. */
  const own = (href: string) => (guest ? undefined : href);
  return (
    <>
      <Shown read={read} always>
        {(data) => (
          <>
            <Figures data={data} />
            <ul class="cards">
              <Way href={own("#/tn/viec")} icon="clock" title={t("w_follow_ups")} n={data.follow_ups_overdue} all={data.follow_ups_open} />
              <Way href={own("#/tn/nho")} icon="home" title={t("w_requests")} n={data.requests_open} />
              <Way href={`#/tn/to/xem-lai?to=${data.team_id}`} icon="search" title={t("w_doubts")} n={data.doubts_open} />
              <Way href={own("#/tn/tham-lai")} icon="check" title={t("w_audits")} n={data.audits_open} />
              <Way href={own("#/tn/to/may")} icon="phone" title={t("w_phones")} n={data.phones_silent} />
              {!guest && <Way href="#/tn/to/khac-nhau" icon="sync" title={t("w_conflicts")} />}
              {!guest && <Way href="#/tn/to/trung" icon="home" title={t("w_duplicates")} />}
            </ul>
            <Hamlets data={data} />
          </>
        )}
      </Shown>
      {!guest && <Calls team={team} />}
    </>
  );
}

function Figures({ data }: { data: Overview }) {
  const figures = [
    [t("members"), data.members],
    [t("visits_week"), data.visits_week],
    [t("met_week"), data.households_met_week],
  ] as const;
  return (
    <dl class="lead-figures">
      {figures.map(([word, n]) => (
        <div key={word}>
          <dt>{word}</dt>
          <dd>{number(n)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Way({ href, icon, title, n, all }: { href: string | undefined; icon: IconName; title: string; n?: number; all?: number }) {
  const inside = (
    <>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        {all !== undefined && <small>{t("of_open", { n: number(all) })}</small>}
      </span>
      {n !== undefined && <span class={`pill ${n ? "wait" : "ok"}`}>{n ? number(n) : t("nothing")}</span>}
    </>
  );
  return (
    <li>
      {href ? (
        <a class="card link lead-way" href={href}>
          {inside}
        </a>
      ) : (
        <div class="card lead-way">{inside}</div>
      )}
    </li>
  );
}

function Hamlets({ data }: { data: Overview }) {
  return (
    <section class="stack-small">
      <h2>{t("hamlets")}</h2>
      <ul class="cards">
        {data.hamlets.map((hamlet) => (
          <li key={hamlet.hamlet_id} class="card stack-small">
            <b>{hamlet.name}</b>
            <progress max={Math.max(hamlet.households, 1)} value={hamlet.visited} aria-label={t("hamlet_visited", { n: number(hamlet.visited), all: number(hamlet.households) })} />
            <span>{t("hamlet_visited", { n: number(hamlet.visited), all: number(hamlet.households) })}</span>
            <small>{t("hamlet_more", { met: number(hamlet.met), away: number(hamlet.non_contact), refused: number(hamlet.refused) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Calls({ team }: { team: string }) {
  const read = useRead(`me:help:${team}`, askCalls);
  return (
    <section class="stack-small">
      <h2>{t("calls")}</h2>
      <Shown read={read}>
        {(data) =>
          data.items.length ? (
            <ul class="cards">
              {data.items.map((call) => (
                <Call key={call.id} call={call} again={read.again} />
              ))}
            </ul>
          ) : (
            <p class="muted">{t("calls_none")}</p>
          )
        }
      </Shown>
    </section>
  );
}

function Call({ call, again }: { call: HelpCall; again: () => Promise<void> }) {
  const open = useSignal(false);
  const send = async (answer: string) => {
    await answerCall(call.id, answer);
    say(t("answered"));
    open.value = false;
    await again();
  };
  return (
    <li class="card stack-small">
      <b>{t(`h_${call.kind}`)}</b>
      <small>{t("call_by", { who: call.by_name, at: moment(call.asked_at) })}</small>
      {call.household && <p>{call.household}</p>}
      {call.words && <p>{call.words}</p>}
      {call.answer ? (
        <p class="box ok">{call.answer}</p>
      ) : open.value ? (
        <Why id={`answer-${call.id}`} label={t("answer_label")} need={t("answer_need")} act={t("answer_send")} send={send} onKeep={() => (open.value = false)} />
      ) : (
        <button type="button" class="btn small" onClick={() => (open.value = true)}>
          {t("answer")}
        </button>
      )}
    </li>
  );
}

export default Desk;
