/** V4: what waits on this phone, what the server said to each, and the way to put it right. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Refused } from "../../api/failure";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { moment, number } from "../../ui/words";
import { Walking } from "../frame";
import { t } from "./words";
import { events, type Recorded, tally } from "../queue";
import { discard } from "../revising";
import type { Conflict, EventType } from "../shapes";
import { database, homes, receiptSeq, syncNow, warning } from "../state";
import { noRoom, syncedAt, syncFailure, syncing } from "../status";
import "./queue.css";

const RECENT = 20;

export const Queue: Screen = () => <Walking>{() => <Waiting />}</Walking>;

/** Where an event is put right: the form that made it. Null: it is said anew from its own screen, or dropped. */
function fixOf(row: Recorded): string | null {
  const base = `#/tn/ho/${row.household_id}`;
  const forms: Partial<Record<EventType, string>> = {
    visit_logged: `${base}/tham`,
    household_added: "#/tn/moi",
    household_changed: `${base}/sua`,
    adult_added: `${base}/nguoi`,
    adult_changed: `${base}/nguoi/${row.subject}`,
  };
  const form = forms[row.type];
  return form ? `${form}?sua=${row.event_id}` : null;
}

const KINDS = { queued: "wait", held: "wait", accepted: "ok", conflict: "bad", rejected: "bad", replaced: "" } as const;

function stateWord(row: Recorded): string {
  if (row.state === "queued") return row.tries > 0 ? t("st_sent_once") : t("st_queued");
  return t(`st_${row.state}` as "st_held");
}

function Line({ row }: { row: Recorded }) {
  const sure = useSignal(false);
  const wrong = row.state === "rejected" || row.state === "conflict";
  const fix = fixOf(row);
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <b>{row.title}</b>
          <small>{moment(row.device_time)}</small>
        </span>
        <span class={`pill ${KINDS[row.state]}`}>{stateWord(row)}</span>
      </div>
      {row.reason && row.state !== "accepted" && <p class={wrong ? "box bad" : "muted"}>{row.reason}</p>}
      {row.state === "held" && row.until && <p class="muted">{t("until", { at: moment(row.until) })}</p>}
      {row.conflict && <Met conflict={row.conflict} />}
      {(wrong || (row.state === "queued" && row.tries === 0)) && (
        <div class="actions">
          {fix && (
            <a class="btn small ghost" href={fix} aria-label={`${t("fix")}: ${row.title}`}>
              {t("fix")}
            </a>
          )}
          {wrong && !sure.value && (
            <button type="button" class="btn small danger" aria-label={`${t("discard")}: ${row.title}`} onClick={() => (sure.value = true)}>
              {t("discard")}
            </button>
          )}
        </div>
      )}
      {sure.value && (
        <div class="box bad stack-small" role="alert">
          <p>{t("discard_sure")}</p>
          <div class="actions">
            <button
              type="button"
              class="btn small danger"
              onClick={() => {
                const db = database();
                if (db) void discard(db, row.event_id);
              }}
            >
              {t("discard_yes")}
            </button>
            <button type="button" class="btn small ghost" onClick={() => (sure.value = false)}>
              {t("keep")}
            </button>
          </div>
        </div>
      )}
    </li>
  );
}

const FIELDS = ["reference", "adults_total", "closed", "removed", "label", "birth_year", "sex", "consent", "left_on"];

function valueWord(value: unknown): string {
  if (typeof value === "boolean") return t(value ? "value_yes" : "value_no");
  return value == null || typeof value === "object" ? t("value_none") : String(value);
}

/** Another person wrote, too: in other fields (both stand), or in the same one (a leader chooses). */
function Met({ conflict: { kind, fields } }: { conflict: Conflict }) {
  return (
    <div class={kind === "hard" ? "box wait stack-small" : "muted"}>
      <p>{t(`met_${kind}`)}</p>
      {kind === "hard" && (
        <ul>
          {fields.map(({ field, theirs, yours }) => (
            <li key={field}>{t("met_field", { field: t(FIELDS.includes(field) ? (`f_${field}` as "f_label") : "f_else"), yours: valueWord(yours), theirs: valueWord(theirs) })}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Little room left: said before it is too late. */
const TIGHT = 10_000_000;

function Room() {
  const tight = useSignal(false);
  useEffect(() => {
    void navigator.storage?.estimate?.().then(
      ({ quota = TIGHT, usage = 0 }) => (tight.value = quota - usage < TIGHT),
      () => undefined,
    );
  }, []);
  if (!noRoom.value && !tight.value) return null;
  return <p class="box bad">{t(noRoom.value ? "no_room" : "little_room")}</p>;
}

function Section({ title, rows }: { title: string; rows: Recorded[] }) {
  if (!rows.length) return null;
  return (
    <section class="stack-small">
      <h2>{title}</h2>
      <ul class="cards">
        {rows.map((row) => (
          <Line key={row.event_id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Trouble() {
  const failure = syncFailure.value;
  if (!failure) return null;
  const refused = failure instanceof Refused ? failure : null;
  const signedOut = refused?.status === 401;
  const words = signedOut
    ? t("failed_401")
    : refused
      ? t(refused.status === 403 ? "failed_403" : "failed_other", { why: refused.words })
      : t("failed_net");
  return (
    <div class="box wait" role="status">
      <p>{words}</p>
      {signedOut && <a href="#/toi">{t("sign_in")}</a>}
    </div>
  );
}

function Waiting() {
  const rows = events.value;
  const { waiting, wrong, held } = tally(rows);
  const recent = rows.filter((row) => row.state === "accepted" && row.conflict?.kind !== "hard").slice(-RECENT).reverse();
  const adults = homes.value.reduce((sum, home) => sum + home.adults.length, 0);
  return (
    <div class="stack">
      <Head title={t("queue")} />
      <div class={`card status ${wrong ? "bad" : waiting ? "wait" : "ok"}`} role="status">
        <Icon name={wrong ? "warn" : waiting ? "clock" : "check"} />
        <div>
          <b>
            {waiting
              ? t("queue_waiting", { n: waiting })
              : wrong
                ? t("sync_wrong", { n: wrong })
                : syncedAt.value
                  ? t("queue_sent_at", { at: moment(syncedAt.value) })
                  : t("never_sent")}
          </b>
          {waiting > 0 && <p>{t("queue_waiting_hint")}</p>}
          {held > 0 && <p>{t("queue_held", { n: held })}</p>}
        </div>
      </div>
      <Trouble />
      <Room />
      {warning.value && <p class="box wait">{warning.value}</p>}
      <button type="button" class="btn wide" disabled={syncing.value} onClick={() => void syncNow()}>
        <Icon name="sync" spin={syncing.value} />
        {syncing.value ? t("sync_sending") : t("send_now")}
      </button>
      <a class="btn ghost wide" href="#/tn/gui-ho">
        {t("carry")}
      </a>
      <Section title={t("queue_wrong")} rows={rows.filter((row) => row.state === "rejected" || row.state === "conflict")} />
      <Section title={t("queue_met")} rows={rows.filter((row) => row.state === "accepted" && row.conflict?.kind === "hard")} />
      <Section title={t("queue_rest")} rows={rows.filter((row) => row.state === "queued" || row.state === "held")} />
      <Section title={t("queue_done")} rows={recent} />
      {rows.length === 0 && <Empty title={t("queue_none")} />}
      {syncedAt.value && (
        <p class="muted">
          {t("on_phone", { houses: number(homes.value.length), adults: number(adults), at: moment(syncedAt.value) })}{" "}
          {receiptSeq.value !== null && t("receipt", { seq: number(receiptSeq.value) })}
        </p>
      )}
    </div>
  );
}
