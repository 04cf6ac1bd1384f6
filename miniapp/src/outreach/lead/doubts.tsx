/** Visits to look at, the most telling first, each with its reason; looking is written down, and no visit changes. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Chips } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why } from "../../ui/why";
import { clock, day, moment, number } from "../../ui/words";
import { Leading } from "./leading";
import { askDoubts, type Doubt, reviewDoubt } from "./wire";
import { t } from "./words";

type Verdict = "explained" | "talked" | "revisit";
const VERDICTS: Verdict[] = ["explained", "talked", "revisit"];

const Doubts: Screen = ({ place }) => {
  const asked = place.query.get("to");
  return (
    <Leading asked={asked} title={t("doubts")} up={asked ? `/tn/to/ban?to=${asked}` : "/tn/to/ban"}>
      {(team) => <List key={team} team={team} />}
    </Leading>
  );
};

function List({ team }: { team: string }) {
  const read = useRead(`me:doubts-of:${team}`, () => askDoubts(team));
  return (
    <Shown read={read}>
      {(data) => (
        <>
          <p class="box">{data.note}</p>
          <p class="muted">{t("doubts_from", { n: number(data.visits), days: data.days })}</p>
          {data.items.length === 0 && <p class="box ok">{t("doubts_none")}</p>}
          <ol class="cards">
            {data.items.map((doubt) => (
              <Line key={doubt.person_id + doubt.code + doubt.subject} team={team} doubt={doubt} again={read.again} />
            ))}
          </ol>
        </>
      )}
    </Shown>
  );
}

function Line({ team, doubt, again }: { team: string; doubt: Doubt; again: () => Promise<void> }) {
  const verdict = useSignal<Verdict | null>(null);
  const name = `v-${doubt.rank}`;
  const send = async (note: string) => {
    const { person_id, code, subject } = doubt;
    await reviewDoubt({ team_id: team, person_id, code, subject, verdict: verdict.value ?? "explained", note });
    say(t("reviewed"));
    verdict.value = null;
    await again();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <b>
            {doubt.rank}. {doubt.reason}
          </b>
          <small>{t("doubt_of", { who: doubt.person_name, on: doubt.from_day === doubt.to_day ? day(doubt.from_day) : `${day(doubt.from_day)} – ${day(doubt.to_day)}` })}</small>
        </span>
        <span class="pill">{t("doubt_points", { n: doubt.points })}</span>
      </div>
      <details class="more">
        <summary>{t("doubt_visits", { n: doubt.visits.length })}</summary>
        <ul>
          {doubt.visits.map((visit) => (
            <li key={visit.visit_id}>
              <a href={`#/tn/ho/${visit.household_id}/tham/${visit.visit_id}`}>
                {t("doubt_visit", { house: visit.reference, from: moment(visit.started_at), to: clock(visit.ended_at) })}
              </a>
            </li>
          ))}
        </ul>
      </details>
      {doubt.review && (
        <p class="box ok">
          {t(`v_${doubt.review.verdict as Verdict}`)}: {doubt.review.note}
          {doubt.review.by_name && <small> {t("reviewed_by", { who: doubt.review.by_name, on: day(doubt.review.reviewed_at) })}</small>}
        </p>
      )}
      {doubt.person_id === me.value?.id ? (
        <p class="muted">{t("doubt_mine")}</p>
      ) : (
        <>
          <Chips name={name} legend={t("looked")} choices={VERDICTS.map((value) => ({ value, label: t(`v_${value}`) }))} value={verdict.value} onChoose={(value) => (verdict.value = value)} />
          {verdict.value && <Why id={`note-${doubt.rank}`} label={t("note")} need={t("note_need")} act={t("note_send")} send={send} onKeep={() => (verdict.value = null)} />}
        </>
      )}
    </li>
  );
}

export default Doubts;
