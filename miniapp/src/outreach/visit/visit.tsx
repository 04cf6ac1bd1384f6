/** V3: the visit, one screen of chips, no keyboard: every tap is kept on the phone at once. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { go, type Screen } from "../../main/router";
import { Chips, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Picks } from "../../ui/picks";
import { Later } from "../../ui/later";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Loading } from "../../ui/shown";
import { clock } from "../../ui/words";
import { AdultPart } from "./visit-adult";
import { type Draft, judges, missing, newDraft, resumed as again, returns, talks, visitOf } from "../draft";
import type { Household } from "../fold";
import { inside, Lost, Walking } from "../frame";
import { said } from "./versions";
import { t } from "./words";
import { events, type Recorded, SavedElsewhere } from "../queue";
import type { Result, VisitLogged } from "../shapes";
import { add, correct, database, homeOf, team } from "../state";
import "./visit.css";

const OFTEN: Result[] = ["met", "nobody_home", "refused"];
const SELDOM: Result[] = ["revisit", "moved", "do_not_contact"];

export const Visit: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      return home ? <Form home={home} fixing={place.query.get("sua")} /> : <Lost />;
    }}
  </Walking>
);

function elapsed(since: string): string {
  const seconds = Math.max(0, Math.floor((Date.now() - new Date(since).getTime()) / 1000));
  return `${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}`;
}

function Timer({ since }: { since: string }) {
  const now = useSignal(elapsed(since));
  useEffect(() => {
    const timer = setInterval(() => (now.value = elapsed(since)), 1000);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span class="timer" role="timer" aria-label={t("elapsed", { time: now.value })}>
      {now.value}
    </span>
  );
}

/** Whether this form is open in another window, too; held as long as this one is. */
function useElsewhere(house: string) {
  const elsewhere = useSignal(false);
  useEffect(() => {
    let leave = () => undefined as void;
    const here = new Promise<void>((resolve) => (leave = resolve));
    void navigator.locks?.request(`visit:${house}`, { ifAvailable: true }, (lock) => {
      elsewhere.value = lock === null;
      return lock ? here : undefined;
    });
    return leave;
  }, [house]);
  return elsewhere;
}

function Form({ home, fixing }: { home: Household; fixing: string | null }) {
  const draft = useSignal<Draft | null>(null);
  const resumed = useSignal(false);
  const wrong = useSignal<Wrong[]>([]);
  const failed = useSignal<"" | "not_saved" | "saved_elsewhere">("");
  const why = useSignal<string | null>(null);
  const elsewhere = useElsewhere(home.id);
  const saving = useRef(false);
  const old = events.value.find((row) => row.event_id === fixing) as Recorded<"visit_logged"> | undefined;

  // What has left the phone is not changed: it is said anew, with a reason.
  const sent = old !== undefined && old.state !== "rejected" && old.state !== "conflict" && (old.tries > 0 || old.state !== "queued");

  useEffect(() => {
    if (old) {
      void import("../about/again").then(({ draftOf }) => (draft.value = draftOf({ ...old.body, ...said(old) }, home)));
      return;
    }
    const begin = (kept: Draft | undefined) => {
      resumed.value = kept !== undefined && kept.result !== null;
      draft.value = kept ? again(kept, home) : newDraft(home);
    };
    void database()?.get("draft", home.id).then(begin, () => begin(undefined));
  }, [home.id, home.adults.length, fixing]);

  const now = draft.value;
  if (!now) return <Loading />;
  const change = (part: Partial<Draft>) => {
    const next = { ...now, ...part };
    draft.value = next;
    wrong.value = [];
    if (!old) void database()?.put("draft", next).catch(() => undefined);
  };

  const save = async () => {
    if (saving.current) return;
    const gaps = missing(now).map((gap) => ({ id: gap.id, message: t(gap.key) }));
    if (sent && !why.value) gaps.push({ id: "why", message: t("need_why") });
    wrong.value = gaps;
    const walking = old?.body.team_id ?? team.value?.id;
    if (gaps.length || !walking) return;
    saving.current = true;
    const body: VisitLogged = visitOf(now, walking);
    const visit = { type: "visit_logged" as const, body, household_id: home.id, title: t(sent ? "e_visit_corrected" : "e_visit_logged", { reference: inside(home.reference) }) };
    try {
      if (old) await correct(old.event_id, visit, why.value ?? t("why_mistap"));
      else await add(visit);
    } catch (error) {
      saving.current = false;
      failed.value = error instanceof SavedElsewhere ? "saved_elsewhere" : "not_saved";
      return;
    }
    say(t("saved", { reference: inside(home.reference) }));
    go(old ? "/tn/cho" : "/tn", true);
  };

  const seldom = now.result !== null && SELDOM.includes(now.result);
  return (
    <form
      class="stack visit"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Head title={old ? t("fix_visit", { reference: inside(home.reference) }) : t("visit", { reference: inside(home.reference) })} up={`/tn/ho/${home.id}`}>
        {!old && <Timer since={now.started_at} />}
      </Head>
      <Summary wrong={wrong.value} />
      {failed.value && (
        <p class="box bad" role="alert">
          {t(failed.value)}
        </p>
      )}
      {resumed.value && (
        <p class="box">
          {t("draft_since", { at: clock(now.started_at) })}{" "}
          <button
            type="button"
            class="as-link"
            onClick={() => {
              resumed.value = false;
              change({ ...newDraft(home) });
            }}
          >
            {t("draft_again")}
          </button>
        </p>
      )}
      {elsewhere.value && <p class="box wait">{t("open_elsewhere")}</p>}
      {old?.reason && <p class="box bad">{old.reason}</p>}
      {sent && (
        <Later load={() => import("../about/why")} value={why.value} error={wrongOf(wrong.value, "why")} onChoose={(value: string) => (why.value = value)} />
      )}
      <Chips
        name="result"
        legend={t("q_result")}
        choices={OFTEN.map((value) => ({ value, label: t(`r_${value}` as "r_met") }))}
        value={now.result}
        error={wrongOf(wrong.value, "result")}
        onChoose={(result) => change({ result })}
      />
      <details class="more" open={seldom}>
        <summary>{t("more_results")}</summary>
        <Chips
          name="result-seldom"
          legend={t("more_results")}
          choices={SELDOM.map((value) => ({ value, label: t(`r_${value}` as "r_met") }))}
          value={now.result}
          onChoose={(result) => change({ result })}
        />
      </details>
      {talks(now) && (
        <Chips
          name="consent"
          legend={t("q_consent")}
          hint={t("consent_hint")}
          choices={[
            { value: "yes", label: t("yes") },
            { value: "no", label: t("no") },
          ]}
          value={now.consent === null ? null : now.consent ? "yes" : "no"}
          error={wrongOf(wrong.value, "consent")}
          onChoose={(value) => change({ consent: value === "yes" })}
        />
      )}
      {talks(now) && now.consent === false && <p class="box">{t("no_consent")}</p>}
      {judges(now) && home.adults.length > 1 && (
        <Picks
          name="adults"
          legend={t("q_who")}
          error={wrongOf(wrong.value, "adults")}
          choices={home.adults.map((adult) => ({ value: adult.id, label: adult.label }))}
          values={now.adults.filter((adult) => adult.met).map((adult) => adult.adult_id)}
          onChange={(met) => change({ adults: now.adults.map((adult) => ({ ...adult, met: met.includes(adult.adult_id) })) })}
        />
      )}
      {judges(now) && home.adults.length === 0 && (
        <p class="box">
          {t("no_adults")}. <a href={`#/tn/ho/${home.id}/nguoi`}>{t("add_adult")}</a>
        </p>
      )}
      {judges(now) &&
        now.adults
          .filter((adult) => adult.met)
          .map((adult) => (
            <AdultPart
              key={adult.adult_id}
              adult={adult}
              person={home.adults.find((one) => one.id === adult.adult_id)}
              onChange={(next) => change({ adults: now.adults.map((one) => (one.adult_id === next.adult_id ? next : one)) })}
            />
          ))}
      {returns(now) && (
        <Later load={() => import("../about/revisit")} value={now.revisit} none={now.result !== "revisit"} error={wrongOf(wrong.value, "revisit")} onChange={(revisit) => change({ revisit })} />
      )}
      <div class="save-bar">
        <button type="submit" class="btn wide">
          {t("save")}
        </button>
      </div>
    </form>
  );
}
