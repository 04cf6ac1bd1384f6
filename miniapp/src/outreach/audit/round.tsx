/** One audit: its steps, how every household drawn stands, what came of it, and the proof. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Only } from "../../officer/gate/gate";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { moment, number } from "../../ui/words";
import { Act } from "../walk/act";
import { stageOf } from "./stage";
import { holds } from "./proving";
import { askDraws, askProof, askResult, closeRound, drawRound, type RoundResult } from "./wire";
import { t } from "./words";
import "./audit.css";

const STATES = ["open", "met", "refused", "moved", "non_contact"] as const;

const OneAudit: Screen = ({ place }) => <Only roles={["officer", "admin"]}>{() => <One id={place.params["id"] ?? ""} />}</Only>;

function One({ id }: { id: string }) {
  const read = useRead(`me:audit:${id}`, () => askResult(id));
  return (
    <div class="stack">
      <Head title={t("audit")} up="/cb/kiem-tra" />
      <Shown read={read}>{(data) => <Steps data={data} again={read.again} />}</Shown>
    </div>
  );
}

function Steps({ data, again }: { data: RoundResult; again: () => Promise<void> }) {
  const { round } = data;
  const stage = stageOf(round);
  const then = (act: (id: string) => Promise<unknown>) => async () => {
    await act(round.id);
    await again();
  };
  return (
    <>
      <ol class="cards">
        <li class="card stack-small">
          <b>{t("step_told", { at: moment(round.committed_at) })}</b>
          <p>{t("step_told_hint")}</p>
          <code class="digest">{round.seed_commit}</code>
          {stage === "told" && (
            <>
              <p class="box">{t("draw_hint", { n: number(round.size) })}</p>
              <Act kind="btn wide" act={then(drawRound)}>
                {t("draw")}
              </Act>
            </>
          )}
        </li>
        {round.frozen_at && (
          <li class="card stack-small">
            <b>{t("step_drawn", { at: moment(round.frozen_at) })}</b>
            <p>{t("step_drawn_hint", { n: number(round.drawn), frame: number(round.frame_size ?? 0) })}</p>
            <code class="digest">{round.frame_digest}</code>
            <p>{t("progress", { n: number(round.settled), all: number(round.drawn) })}</p>
            {stage === "walking" && (
              <Act kind="btn wide" act={then(closeRound)}>
                {t("close")}
              </Act>
            )}
          </li>
        )}
        {round.closed_at && <Proven id={round.id} at={round.closed_at} />}
      </ol>
      {round.frozen_at && <Result data={data} />}
      {round.frozen_at && <Draws id={round.id} />}
    </>
  );
}

function Proven({ id, at }: { id: string; at: string }) {
  const seed = useSignal("");
  const right = useSignal<boolean | null>(null);
  const prove = async () => {
    const proof = await askProof(id);
    seed.value = proof.seed;
    right.value = proof.holds && (await holds(proof));
  };
  return (
    <li class="card stack-small">
      <b>{t("step_closed", { at: moment(at) })}</b>
      <p>{t("step_closed_hint")}</p>
      {seed.value && <code class="digest">{seed.value}</code>}
      {right.value !== null && <p class={right.value ? "box ok" : "box bad"}>{t(right.value ? "proof_holds" : "proof_fails")}</p>}
      <Act kind="btn ghost wide" act={prove}>
        {t("prove")}
      </Act>
    </li>
  );
}

function Result({ data }: { data: RoundResult }) {
  return (
    <section class="stack-small">
      <h2>{t("result")}</h2>
      <p>{t("result_states", { met: number(data.states["met"] ?? 0), away: number(data.states["non_contact"] ?? 0), refused: number(data.states["refused"] ?? 0), moved: number(data.states["moved"] ?? 0), open: number(data.states["open"] ?? 0) })}</p>
      <p>{data.asked ? t("result_asked", { n: number(data.asked), able: number(data.know_and_can), same: number(data.agreed) }) : t("result_none")}</p>
      {data.kappa !== null && <p>{t("result_kappa", { k: number(Math.round(data.kappa * 100) / 100) })}</p>}
      <p class="muted">{t("result_note")}</p>
    </section>
  );
}

function Draws({ id }: { id: string }) {
  const read = useRead(`me:audit-draws:${id}`, () => askDraws(id));
  return (
    <section class="stack-small">
      <h2>{t("draws")}</h2>
      <Shown read={read}>
        {(data) => (
          <ul class="cards">
            {data.items.map((door) => (
              <li key={door.draw_id} class="card">
                <div class="line">
                  <span>
                    <b>{door.reference}</b>
                    <small>
                      {door.hamlet}, {door.commune}
                    </small>
                    <small>{t("goes", { team: door.team_name })}</small>
                  </span>
                  <span class={`pill ${door.state === "open" ? "wait" : "ok"}`}>{t(`state_${STATES.find((state) => state === door.state) ?? "open"}`)}</span>
                </div>
                {door.attempts > 0 && <small>{t("tries", { n: door.attempts, days: door.days, slots: door.slots })}</small>}
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

export default OneAudit;
