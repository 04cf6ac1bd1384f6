/** What was promised and when it is due, the way on to a report or a dossier, help for oneself, and what one may be asked. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Chips, Field, Tick } from "../../ui/form";
import { Empty, Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { day, moment } from "../../ui/words";
import { uuid7 } from "../../offline/uuid7";
import { Act, Missing } from "./act";
import { askCalls, askFollowUps, askMyDoubts, callForHelp, type FollowUp, settle } from "./wire";
import { t } from "./words";

const KINDS = ["language", "together", "portal", "phone", "safety", "other"] as const;
type Kind = (typeof KINDS)[number];
type Outcome = "done" | "not_needed" | "report" | "dossier";

const Todo: Screen = () => {
  const team = me.value?.teams[0];
  return team ? <All team={team.id} /> : <Empty title={t("no_team")} />;
};

function All({ team: id }: { team: string }) {
  const read = useRead(`me:todo:${id}`, () => askFollowUps(id));
  return (
    <div class="stack">
      <Head title={t("todo")} up="/tn" />
      <Shown read={read}>
        {(data) =>
          data.items.length ? (
            <ul class="cards">
              {data.items.map((one) => (
                <Line key={`${one.visit_id}${one.adult_id ?? ""}`} team={id} one={one} again={read.again} />
              ))}
            </ul>
          ) : (
            <p class="box ok">{t("todo_none")}</p>
          )
        }
      </Shown>
      <Help team={id} />
      <AboutMe team={id} />
    </div>
  );
}

function Line({ team: team_id, one, again }: { team: string; one: FollowUp; again: () => Promise<void> }) {
  const consent = useSignal(false);
  const end = (outcome: Outcome) => async () => {
    if (!one.adult_id) return;
    if ((outcome === "report" || outcome === "dossier") && !consent.value) throw new Missing(t("need_consent"));
    await settle({ team_id, visit_id: one.visit_id, adult_id: one.adult_id, outcome, consent: consent.value, note: null });
    say(t("settled"));
    await again();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <a href={`#/tn/ho/${one.household_id}`}>
            <b>{one.reference}</b>
          </a>
          <small>{one.hamlet}</small>
        </span>
        <span class={`pill ${one.overdue ? "bad" : "wait"}`}>{one.overdue ? t("overdue") : t("due", { on: day(one.due_on) })}</span>
      </div>
      <p>
        {one.label && <b>{one.label}: </b>}
        {one.words ?? t("revisit_due")}
      </p>
      <small>{t("promised_by", { who: one.by_name, on: day(one.visited_on) })}</small>
      {one.kind === "step" && (
        <>
          <div class="actions">
            <Act kind="btn small" act={end("done")}>
              {t("done")}
            </Act>
            <Act kind="btn small ghost" act={end("not_needed")}>
              {t("not_needed")}
            </Act>
          </div>
          <details class="more">
            <summary>{t("more_ways")}</summary>
            <div class="stack-small">
              <Tick label={t("yes_consent")} checked={consent.value} onChange={(yes) => (consent.value = yes)} />
              {consent.value && (
                <div class="actions">
                  <a class="btn small ghost" href="#/p/moi">
                    {t("on_report")}
                  </a>
                  <Act kind="btn small" act={end("report")}>
                    {t("to_report")}
                  </Act>
                  <a class="btn small ghost" href="#/s">
                    {t("on_dossier")}
                  </a>
                  <Act kind="btn small" act={end("dossier")}>
                    {t("to_dossier")}
                  </Act>
                </div>
              )}
            </div>
          </details>
        </>
      )}
    </li>
  );
}

function Help({ team: team_id }: { team: string }) {
  const read = useRead(`me:help:${team_id}`, askCalls);
  const kind = useSignal<Kind | null>(null);
  const words = useSignal("");
  const id = useSignal(uuid7());
  const ask = async () => {
    if (!kind.value) throw new Missing(t("need_kind"));
    await callForHelp({ id: id.value, team_id, kind: kind.value, words: words.value.normalize("NFC").trim() || null });
    say(t("asked_help"));
    kind.value = null;
    words.value = "";
    id.value = uuid7();
    await read.again();
  };
  return (
    <section class="stack-small">
      <h2>{t("help")}</h2>
      <p class="muted">{t("help_hint")}</p>
      <Chips name="kind" legend={t("help")} choices={KINDS.map((value) => ({ value, label: t(`h_${value}`) }))} value={kind.value} onChoose={(value) => (kind.value = value)} />
      <Field id="help-words" label={t("help_words")} optional value={words.value} onInput={(value) => (words.value = value)} input={{ maxLength: 200 }} />
      <Act kind="btn ghost wide" act={ask}>
        {t("ask_help")}
      </Act>
      <Shown read={read}>
        {(data) => (
          <ul class="cards">
            {data.items.map((call) => (
              <li key={call.id} class="card stack-small">
                <div class="line">
                  <span>
                    <b>{t(`h_${call.kind}`)}</b>
                    <small>{t("help_by", { who: call.by_name, at: moment(call.asked_at) })}</small>
                  </span>
                  {!call.answer && <span class="pill wait">{t("help_open")}</span>}
                </div>
                {call.household && <p>{call.household}</p>}
                {call.words && <p>{call.words}</p>}
                {call.answer && <p class="box ok">{t("help_answered", { what: call.answer })}</p>}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function AboutMe({ team: team_id }: { team: string }) {
  const read = useRead(`me:doubts:${team_id}`, () => askMyDoubts(team_id));
  return (
    <section class="stack-small">
      <h2>{t("about_me")}</h2>
      <p class="muted">{t("about_me_hint")}</p>
      <Shown read={read}>
        {(data) =>
          data.items.length ? (
            <ul class="cards">
              {data.items.map((one) => (
                <li key={one.code + one.subject} class="card">
                  <b>{one.reason}</b>
                  <small>{day(one.from_day)}</small>
                  {one.review && <p class="box ok">{t("looked", { note: one.review.note })}</p>}
                </li>
              ))}
            </ul>
          ) : (
            <p>{t("about_me_none")}</p>
          )
        }
      </Shown>
    </section>
  );
}

export default Todo;
