/** The queue of requests about people's data: what ends first, with the clock that runs. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Chips } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { moment, number } from "../../ui/words";
import { Only } from "../gate/gate";
import { askQueue, type RequestLine } from "./asks";
import { Deeds } from "./deeds";
import { Note } from "./note";
import { t } from "./words";

export const Queue: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const look = useSignal<"open" | "closed">("open");
  const closed = look.value === "closed";
  const read = useRead(`me:rights-queue:${me.value?.id}:${look.value}`, () => askQueue(closed), { kept: false });
  return (
    <div class="stack">
      <Head title={t("queue")} up="/cb" />
      <p class="muted">{t("hint")}</p>
      <Note onNoted={read.again} />
      <Chips name="look" legend={t("show")} value={look.value} onChoose={(value) => (look.value = value)} choices={(["open", "closed"] as const).map((value) => ({ value, label: t(value) }))} />
      <Shown read={read} empty={{ when: (queue) => queue.items.length === 0, title: t("none") }}>
        {(queue) => (
          <>
            {!closed && (
              <p class={`box ${queue.late ? "bad" : queue.due_soon ? "wait" : "ok"}`} role="status">
                {t("sum", { open: number(queue.open), soon: number(queue.due_soon), late: number(queue.late) })}
              </p>
            )}
            <ul class="cards">
              {queue.items.map((line) => (
                <One key={line.id} line={line} onDone={read.again} />
              ))}
            </ul>
          </>
        )}
      </Shown>
    </div>
  );
}

/** A word, a sign and a colour: how long there is left. */
export function Due({ line }: { line: RequestLine }) {
  if (!line.clock || !line.due_at) return <span class={`state ${line.outcome === "done" ? "ok" : "wait"}`}>{t(`o_${line.outcome ?? "done"}` as "o_done")}</span>;
  const left = line.days_left ?? 0;
  const said = { clock: t(`c_${line.clock}` as "c_do"), at: moment(line.due_at), n: number(Math.abs(left)) };
  return (
    <span class={`state ${line.late ? "bad" : left <= 1 ? "wait" : "ok"}`}>
      <Icon name={line.late ? "warn" : "clock"} />
      {t(line.late ? "late" : "left", said)}
    </span>
  );
}

function One({ line, onDone }: { line: RequestLine; onDone: () => Promise<void> }) {
  return (
    <li class="card stack-small">
      <b>{t(`k_${line.kind}` as "k_view")}</b>
      <small>
        {line.commune_name} · {t(`way_${line.way}` as "way_app")} · {moment(line.received_at)}
      </small>
      <Due line={line} />
      {line.words && <p>“{line.words}”</p>}
      <p class="muted">
        {line.adult ? t("about_adult", { adult: line.adult, home: line.household ?? "" }) : line.household ? t("about", { home: line.household }) : !line.outcome && t("nobody")}
      </p>
      {!line.outcome && <Deeds line={line} onDone={onDone} />}
      <details>
        <summary>{t("trail")}</summary>
        <ol>
          {line.steps.map((step) => (
            <li key={step.at + step.what}>
              <small>
                {moment(step.at)} · {t(`s_${step.what}` as "s_done")} {step.by_name}
              </small>
              {step.words && <p>{step.words}</p>}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
