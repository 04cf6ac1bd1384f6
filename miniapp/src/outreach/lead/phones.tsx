/** The team's phones: silent for how long, missing what; what waits for a yes or no; what waits for something else. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why } from "../../ui/why";
import { day, moment, number } from "../../ui/words";
import { Leading } from "./leading";
import { askHolds, askInstalls, askWaiting, decideWaiting, type InstallLine, revokeInstall, type WaitingLine } from "./wire";
import { t } from "./words";

const SILENT_HOURS = 48;

const Phones: Screen = () => (
  <Leading title={t("phones")} up="/tn/to/ban">
    {(team) => (
      <div key={team} class="stack">
        <Waiting team={team} />
        <Installs team={team} />
        <Holds team={team} />
      </div>
    )}
  </Leading>
);

function Waiting({ team }: { team: string }) {
  const read = useRead(`me:waiting:${team}`, () => askWaiting(team));
  return (
    <section class="stack-small">
      <h2>{t("waiting")}</h2>
      <Shown read={read}>
        {(data) => {
          const phones = [...new Set(data.items.map((line) => line.install_id))];
          if (!phones.length) return <p class="box ok">{t("waiting_none")}</p>;
          return (
            <ul class="cards">
              {phones.map((phone) => (
                <Batch key={phone} team={team} lines={data.items.filter((line) => line.install_id === phone)} again={read.again} />
              ))}
            </ul>
          );
        }}
      </Shown>
    </section>
  );
}

function Batch({ team, lines, again }: { team: string; lines: WaitingLine[]; again: () => Promise<void> }) {
  const saying = useSignal<"approved" | "refused" | null>(null);
  const [first] = lines;
  if (!first) return null;
  const send = async (reason: string) => {
    if (!saying.value) return;
    const done = await decideWaiting(first.install_id, { team_id: team, decision: saying.value, reason });
    say(t("decided", { n: done.events, counted: done.counted }));
    saying.value = null;
    await again();
  };
  return (
    <li class="card stack-small">
      <b>{t("waiting_of", { who: first.person_name, n: lines.length })}</b>
      {first.until && <small>{t("waiting_until", { on: day(first.until) })}</small>}
      <ul>
        {lines.slice(0, 5).map((line) => (
          <li key={line.event_id}>{t("waiting_line", { at: moment(line.device_time), house: line.household ?? t("no_house") })}</li>
        ))}
        {lines.length > 5 && <li>{t("and_more", { n: lines.length - 5 })}</li>}
      </ul>
      {saying.value ? (
        <Why
          id={`why-${first.install_id}`}
          label={t("why")}
          need={t("why_need")}
          act={t(saying.value === "approved" ? "approve_all" : "refuse_all", { n: lines.length })}
          send={send}
          onKeep={() => (saying.value = null)}
        />
      ) : (
        <div class="actions">
          <button type="button" class="btn small" onClick={() => (saying.value = "approved")}>
            {t("approve_all", { n: lines.length })}
          </button>
          <button type="button" class="btn small danger" onClick={() => (saying.value = "refused")}>
            {t("refuse_all", { n: lines.length })}
          </button>
        </div>
      )}
    </li>
  );
}

function Installs({ team }: { team: string }) {
  const read = useRead(`me:installs:${team}`, () => askInstalls(team));
  return (
    <section class="stack-small">
      <h2>{t("installs")}</h2>
      <Shown read={read}>
        {(data) => (
          <ul class="cards">
            {data.items.map((one) => (
              <Phone key={one.install_id} one={one} again={read.again} />
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function Phone({ one, again }: { one: InstallLine; again: () => Promise<void> }) {
  const asked = useSignal(false);
  const silent = one.silent_hours >= SILENT_HOURS && one.pending > 0;
  const gone = one.missing.reduce((sum, [low, high]) => sum + Number(high) - Number(low) + 1, 0);
  const send = async (reason: string) => {
    await revokeInstall(one.install_id, reason);
    say(t("revoked"));
    asked.value = false;
    await again();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <b>{one.person_name}</b>
          <small>{t("last_sync", { at: moment(one.last_sync_at) })}</small>
        </span>
        {one.state !== "active" ? <span class="pill bad">{t(`s_${one.state}`)}</span> : silent && <span class="pill wait">{t("silent", { n: number(one.silent_hours) })}</span>}
      </div>
      {one.pending > 0 && <p>{t("pending", { n: number(one.pending) })}</p>}
      {gone > 0 && <p class="box wait">{t("missing", { n: number(gone), which: one.missing.map(([low, high]) => (low === high ? `${low}` : `${low}–${high}`)).join(", ") })}</p>}
      {one.wipe !== "none" && <p class="muted">{t(`wipe_${one.wipe}`)}</p>}
      {one.state === "active" &&
        (asked.value ? (
          <Why id={`lost-${one.install_id}`} label={t("lost_why")} hint={t("lost_hint")} need={t("why_need")} act={t("revoke")} send={send} onKeep={() => (asked.value = false)} />
        ) : (
          <button type="button" class="btn small danger" onClick={() => (asked.value = true)}>
            {t("lost")}
          </button>
        ))}
    </li>
  );
}

function Holds({ team }: { team: string }) {
  const read = useRead(`me:holds:${team}`, () => askHolds(team));
  return (
    <section class="stack-small">
      <h2>{t("holds")}</h2>
      <p class="muted">{t("holds_hint")}</p>
      <Shown read={read}>
        {(data) =>
          data.items.length ? (
            <ul class="cards">
              {data.items.map((one) => (
                <li key={one.event_id} class="card">
                  <b>{one.person_name}</b>
                  <small>{t("hold_line", { at: moment(one.received_at), on: day(one.until) })}</small>
                </li>
              ))}
            </ul>
          ) : (
            <p class="box ok">{t("holds_none")}</p>
          )
        }
      </Shown>
    </section>
  );
}

export default Phones;
