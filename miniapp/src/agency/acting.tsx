/** One step on a case: what to say, the version it was decided on, and what to do when somebody was faster. */
import { useSignal } from "@preact/signals";
import { asFailure, Refused } from "../api/failure";
import { useRead } from "../api/read";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../ui/form";
import { say } from "../ui/say";
import { fold, moment, words } from "../ui/words";
import { ACTIONS, type Action, type Case } from "./shapes";
import vi from "./vi.json";
import { act, askAgencies, askCase, askCategories } from "./wire";

const t = words(vi);
const SHOWN = 8;

interface Raced {
  was: string;
  now: Case;
}

export const byWords = (by: string): string => {
  const known = t(`by_${by}` as "by_citizen");
  return by === "reporter" ? t("by_citizen") : known === `by_${by}` ? by : known;
};

export function Acting({ shown, onCase }: { shown: Case; onCase: (next: Case) => void }) {
  const chosen = useSignal<Action | null>(null);
  const text = useSignal("");
  const reason = useSignal<string | null>(null);
  const agency = useSignal<string | null>(null);
  const wrong = useSignal<Wrong[]>([]);
  const raced = useSignal<Raced | null>(null);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const offered = ACTIONS.filter((action) => shown.actions?.includes(action));

  const check = (action: Action): Wrong[] => {
    const said = text.value.trim();
    if (action === "answer" && !said) return [{ id: "said", message: t("need_answer") }];
    if ((action === "reopen" || action === "decline_reopen") && !said) return [{ id: "said", message: t("need_note") }];
    if (action === "refuse" && !reason.value) return [{ id: "reason", message: t("need_reason") }];
    if (action === "assign" && !agency.value) return [{ id: "agency", message: t("need_agency") }];
    return [];
  };

  const send = async (action: Action) => {
    if (busy.value) return;
    wrong.value = check(action);
    if (wrong.value.length) return;
    busy.value = true;
    trouble.value = "";
    try {
      // Taking a case on is one tap: what was typed for another step is neither sent nor lost.
      const said = action === "accept" ? "" : text.value.normalize("NFC").trim();
      const next = await act(shown.id, action, { version: shown.version, text: said, reason: reason.value, agency_id: agency.value });
      chosen.value = null;
      if (action !== "accept") text.value = "";
      raced.value = null;
      say(t(`done_${action}`));
      onCase(next);
    } catch (error) {
      await failed(error);
    } finally {
      busy.value = false;
    }
  };

  const failed = async (error: unknown) => {
    const failure = asFailure(error);
    if (failure instanceof Refused && failure.status === 409) {
      const now = await askCase(shown.id).catch(() => null);
      if (now) {
        raced.value = { was: shown.state_name, now };
        onCase(now);
        return;
      }
    }
    trouble.value = failure instanceof Refused ? t("refused", { why: failure.words }) : t("offline");
  };

  const action = chosen.value;
  const still = action !== null && offered.includes(action);
  return (
    <section class="card stack-small">
      <h2>{t("what_next")}</h2>
      {raced.value && <Conflict raced={raced.value} still={still} text={text.value} />}
      {!offered.length && <p class="muted">{t("nothing_next")}</p>}
      {!still && (
        <div class="actions">
          {offered.map((one, place) => (
            <button
              key={one}
              type="button"
              class={`btn ${place === 0 ? "" : one === "refuse" ? "danger" : "ghost"}`}
              disabled={busy.value}
              onClick={() => (one === "accept" ? void send(one) : (chosen.value = one))}
            >
              {t(`a_${one}`)}
            </button>
          ))}
        </div>
      )}
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {still && action && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send(action);
          }}
        >
          <h3>{t(`a_${action}`)}</h3>
          <Summary wrong={wrong.value} />
          {action === "refuse" && <Reasons value={reason.value} error={wrongOf(wrong.value, "reason")} onChoose={(value) => (reason.value = value)} />}
          {action === "assign" && <Agencies not={shown.agency_id} value={agency.value} error={wrongOf(wrong.value, "agency")} onChoose={(value) => (agency.value = value)} />}
          <Field
            id="said"
            label={action === "answer" ? t("answer") : t("note")}
            hint={action === "answer" ? t("answer_hint") : t("note_hint")}
            optional={action === "close" || action === "assign" || action === "refuse"}
            value={text.value}
            error={wrongOf(wrong.value, "said")}
            onInput={(value) => (text.value = value)}
            lines={4}
          />
          <div class="actions">
            <button type="submit" class="btn" disabled={busy.value}>
              {t(`a_${action}`)}
            </button>
            <button type="button" class="btn ghost" onClick={() => (chosen.value = null)}>
              {t("cancel")}
            </button>
          </div>
        </form>
      )}
    </section>
  );
}

function Conflict({ raced: { was, now }, still, text }: { raced: Raced; still: boolean; text: string }) {
  const last = now.timeline?.[now.timeline.length - 1];
  return (
    <div class="box wait stack-small" role="alert">
      <b>{t("conflict")}</b>
      <div class="versions">
        <span>{t("conflict_was", { state: was })}</span>
        <span>
          {t("conflict_now", { state: now.state_name })}
          {last && ` (${t("conflict_by", { by: last.agency_name ?? byWords(last.by), at: moment(last.occurred_at) })})`}
        </span>
      </div>
      <p>{still ? t("conflict_kept") : t("conflict_gone")}</p>
      {!still && text && (
        <p>
          {t("conflict_text")} <q>{text}</q>
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  value: string | null;
  error: string | undefined;
  onChoose: (value: string) => void;
}

function Reasons({ value, error, onChoose }: ChoiceProps) {
  const read = useRead("report-categories", askCategories, { fresh: 3_600_000 });
  return (
    <Chips
      name="reason"
      legend={t("reason")}
      choices={(read.data?.refusal_reasons ?? []).map((one) => ({ value: one.code, label: one.name }))}
      value={value}
      error={error}
      onChoose={onChoose}
    />
  );
}

function Agencies({ value, error, onChoose, not }: ChoiceProps & { not: string | null }) {
  const wanted = useSignal("");
  const read = useRead("agencies", askAgencies, { fresh: 3_600_000 });
  const found = (read.data?.items ?? []).filter((one) => one.id !== not && (one.id === value || fold(one.name).includes(fold(wanted.value))));
  return (
    <div class="stack-small">
      <Field id="agency-find" label={t("agency_find")} value={wanted.value} onInput={(text) => (wanted.value = text)} input={{ type: "search", autocomplete: "off" }} />
      <Chips
        name="agency"
        legend={t("agency")}
        choices={found.slice(0, SHOWN).map((one) => ({ value: one.id, label: one.name }))}
        value={value}
        error={error}
        onChoose={onChoose}
      />
    </div>
  );
}
