/** Cases on their way to systems of other agencies: how each system fares, what failed and why, and sending again. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { ForwardLine, ForwardSystem } from "../../api/types";
import type { Screen } from "../../main/router";
import { Chips } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { moment, number, words } from "../../ui/words";
import { Only } from "../frame";
import vi from "./vi.json";

const t = words(vi);
const STATES = ["failed", "waiting", "sent", "acknowledged"] as const;
const MOST = 100;
type State = (typeof STATES)[number];

export const Forwarding: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const state = useSignal<State>("failed");
  const systems = useRead(`me:forward-systems:${me.value?.id}`, () => got(api.GET("/v1/admin/forward-systems")));
  return (
    <div class="stack">
      <Head title={t("title")} up={me.value?.roles.includes("officer") ? "/cb" : "/qt"} />
      <p class="muted">{t("intro")}</p>
      <Shown read={systems} empty={{ when: (list) => list.items.length === 0, title: t("none"), body: <p>{t("none_hint")}</p> }}>
        {(list) => (
          <>
            <Chips name="forward-state" legend={t("see")} value={state.value} onChoose={(value) => (state.value = value)} choices={STATES.map((value) => ({ value, label: t(value) }))} />
            {list.items.map((system) => (
              <System key={system.code} system={system} state={state.value} onSent={() => void systems.again()} />
            ))}
          </>
        )}
      </Shown>
    </div>
  );
}

/** How a system fares, in a word and its tone. */
export function health(system: ForwardSystem, now: number = Date.now()): { tone: "ok" | "wait" | "bad"; word: string } {
  if (!system.active) return { tone: "wait", word: t("paused") };
  if (system.open_until && Date.parse(system.open_until) > now) return { tone: "bad", word: t("resting", { at: moment(system.open_until) }) };
  if (system.failures) return { tone: "bad", word: t("ailing", { n: number(system.failures) }) };
  return { tone: "ok", word: t("well") };
}

function System({ system, state, onSent }: { system: ForwardSystem; state: State; onSent: () => void }) {
  const { tone, word } = health(system);
  const path = { code: system.code };
  const cases = useRead(`me:forwards:${me.value?.id}:${system.code}:${state}`, () => got(api.GET("/v1/admin/forward-systems/{code}/cases", { params: { path, query: { state } } })), { kept: false });
  const busy = useSignal(false);
  const trouble = useSignal("");
  const retry = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const done = await got(api.POST("/v1/admin/forward-systems/{code}/retry", { params: { path } }));
      say(t("retried", { n: number(done.cases) }));
      onSent();
      await cases.again();
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <section class="card stack-small" aria-labelledby={`system-${system.code}`}>
      <h2 id={`system-${system.code}`}>{system.name}</h2>
      <p class={`state ${tone}`}>{word}</p>
      <small>{system.last_ok_at ? t("last_ok", { at: moment(system.last_ok_at) }) : t("never_ok")}</small>
      {system.last_error && <small>{t("last_error", { error: system.last_error })}</small>}
      <p class="tags">
        {STATES.map((one) => (
          <span key={one} class={one === "failed" && system.failed ? "pill bad" : "pill"}>
            {t("count", { state: t(one), n: number(system[one]) })}
          </span>
        ))}
      </p>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Shown read={cases}>{(list) => <Lines lines={list.items} state={state} />}</Shown>
      {system.failed > 0 && (
        <button type="button" class="btn ghost" disabled={busy.value} onClick={() => void retry()}>
          {t("retry", { n: number(system.failed) })}
        </button>
      )}
    </section>
  );
}

function Lines({ lines, state }: { lines: ForwardLine[]; state: State }) {
  if (!lines.length) return <p class="muted">{t(`empty_${state}`)}</p>;
  return (
    <>
      <ul class="forwards">
        {lines.map((line) => (
          <li key={line.report_id}>
            {me.value?.roles.includes("officer") ? <a href={`#/xl/${line.report_id}`}>{line.code}</a> : <b>{line.code}</b>}
            {line.reason && <span>{t("reason", { reason: line.reason })}</span>}
            {line.their_status && <span>{t("their_word", { word: line.their_status })}</span>}
            <small>
              {[
                line.their_id && t("their", { id: line.their_id }),
                line.attempts > 0 && t("attempts", { n: number(line.attempts) }),
                line.next_at && t("next", { at: moment(line.next_at) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
          </li>
        ))}
      </ul>
      {lines.length >= MOST && <p class="hint">{t("newest")}</p>}
    </>
  );
}
