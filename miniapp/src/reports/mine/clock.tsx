/** How long is left, counting down while one looks; and why a promise moved or stands still. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import type { MyReport } from "../../api/types";
import { ago, moment, words } from "../../ui/words";
import vi from "./vi.json";

const t = words(vi);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const OVER = new Set(["done", "closed", "refused", "merged", "reopen_requested"]);

export function leftWords(due: string, now: number): string {
  const left = Date.parse(due) - now;
  if (left < 0) return t("left_late", { ago: ago(due, now) });
  if (left >= 2 * DAY) return t("left_days", { n: Math.floor(left / DAY) });
  return left >= HOUR ? t("left_hours", { n: Math.floor(left / HOUR) }) : t("left_minutes", { n: Math.max(1, Math.floor(left / MINUTE)) });
}

export function Countdown({ report }: { report: Pick<MyReport, "state" | "due_at" | "paused_at" | "waiting_until" | "late"> }) {
  const now = useSignal(Date.now());
  useEffect(() => {
    const timer = setInterval(() => (now.value = Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  if (OVER.has(report.state)) return null;
  if (report.waiting_until)
    return <p class="box wait">{t(report.paused_at ? "paused" : "waits", { until: moment(report.waiting_until) })}</p>;
  const late = Date.parse(report.due_at) < now.value;
  return (
    <div class="left">
      <b class={late ? "state bad" : "state"} role="timer">
        {leftWords(report.due_at, now.value)}
      </b>
      <small>{t("promised", { due: moment(report.due_at) })}</small>
      {late && <p>{t("left_late_sorry")}</p>}
    </div>
  );
}

/** Everything that happened to the promise and to the case as a whole, in a sentence each. */
export function Honestly({ report }: { report: MyReport }) {
  return (
    <>
      {report.first_due_at && (
        <p class="box wait">{t("extended", { first: moment(report.first_due_at), due: moment(report.due_at), why: report.extension_reason ?? "" })}</p>
      )}
      {report.reopenings > 0 && <p class="muted">{t("reopened", { n: report.reopenings })}</p>}
      {report.merged_code && <p class="box">{t("merged", { code: report.merged_code })}</p>}
      {report.follows_code && <p class="muted">{t("follows", { code: report.follows_code })}</p>}
      {report.supporters > 1 && <p class="muted">{t("supporters", { n: report.supporters })}</p>}
      {report.parts.length > 0 && (
        <section class="card stack-small">
          <h2>{t("parts")}</h2>
          <ul class="stack-small">
            {report.parts.map((part) => (
              <li key={part.code}>
                {part.agency_name} <span class="pill">{part.state_name}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

const NAMED = new Set(["bounce", "bounce_up", "extend", "split", "escalate", "reply", "resume", "merge"]);

/** Where the step led, or what it was when the state alone does not say it. */
export function stepWords(step: NonNullable<MyReport["timeline"]>[number]): string {
  const what = NAMED.has(step.action) ? t(`s_${step.action}` as "s_bounce") : step.state_name;
  return step.part ? t("part_step", { agency: step.agency_name ?? "", what }) : what;
}
