/** One step on a case: what to say, the version it was decided on, and what to do when somebody was faster. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { asFailure, Refused } from "../api/failure";
import { keep, recall } from "../offline/db";
import { Field, Summary, type Wrong, wrongOf } from "../ui/form";
import { say } from "../ui/say";
import { moment, words } from "../ui/words";
import { Agencies, Evidence, Reasons, SeveralAgencies, Templates } from "./choices";
import { BLANK, type Draft, hintOf, isOptional, labelOf, rulesOf, wrongIn } from "./saying";
import { ACTIONS, type Action, AT_HAND, type Case, PLAIN } from "./shapes";
import vi from "./vi.json";
import { act, askCase } from "./wire";

const t = words(vi);

interface Raced {
  was: string;
  now: Case;
}

export const byWords = (by: string): string => {
  const known = t(`by_${by}` as "by_citizen");
  return by === "reporter" ? t("by_citizen") : known === `by_${by}` ? by : known;
};

const afterPhotos = (shown: Case): number => (shown.reopenings ? 0 : shown.photos.filter((photo) => photo.taken_for === "answer").length);

/** What was typed stays on this phone until it is sent: a lost connection, a conflict, a reload lose nothing. */
function useDraft(id: string, photos: number) {
  const draft = useSignal<Draft>({ ...BLANK, photos });
  const found = useSignal(false);
  const key = `case-draft:${id}`;
  useEffect(() => {
    void recall<string>(key)
      .then((text) => {
        if (!text || draft.peek().text) return;
        draft.value = { ...draft.peek(), text };
        found.value = true;
      })
      .catch(() => undefined);
  }, [key]);
  const change = (part: Partial<Draft>) => {
    draft.value = { ...draft.peek(), ...part };
    if (part.text !== undefined) void keep(key, part.text).catch(() => undefined);
  };
  return { draft, found, change };
}

export function Acting({ shown, onCase }: { shown: Case; onCase: (next: Case) => void }) {
  const chosen = useSignal<Action | null>(null);
  const { draft, found, change } = useDraft(shown.id, afterPhotos(shown));
  const wrong = useSignal<Wrong[]>([]);
  const raced = useSignal<Raced | null>(null);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const possible = ACTIONS.filter((action) => shown.actions?.includes(action));
  // Who may hand the case on does so with a reason; giving it to somebody is the coordinator's.
  const offered = possible.includes("bounce") ? possible.filter((action) => action !== "assign") : possible;

  const send = async (action: Action) => {
    if (busy.value) return;
    const said = draft.value;
    const plain = PLAIN.has(action);
    wrong.value = plain ? [] : wrongIn(action, said, shown);
    if (wrong.value.length) return;
    busy.value = true;
    trouble.value = "";
    try {
      // One tap is one tap: what was typed for another step is neither sent nor lost.
      const next = await act(shown.id, action, {
        version: shown.version,
        text: plain ? "" : said.text.normalize("NFC").trim(),
        reason: said.reason,
        agency_id: said.agency,
        agency_ids: said.agencies,
        amount: Number(said.amount),
        into: said.into.trim().toUpperCase(),
      });
      chosen.value = null;
      if (!plain) change({ ...BLANK, photos: said.photos });
      found.value = false;
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
    if (failure instanceof Refused && failure.problem.type === "/problems/report-changed") {
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
  const button = (one: Action, place: number) => (
    <button
      key={one}
      type="button"
      class={`btn ${place === 0 ? "" : one === "refuse" ? "danger" : "ghost"}`}
      disabled={busy.value}
      onClick={() => (PLAIN.has(one) ? void send(one) : (chosen.value = one))}
    >
      {t(`a_${one}`)}
    </button>
  );
  const near = offered.filter((one) => AT_HAND.has(one));
  const far = offered.filter((one) => !AT_HAND.has(one));
  return (
    <section class="card stack-small">
      <h2>{t("what_next")}</h2>
      {raced.value && <Conflict raced={raced.value} still={still} text={draft.value.text} />}
      {!offered.length && <p class="muted">{t("nothing_next")}</p>}
      {!still && near.length > 0 && <div class="actions">{near.map(button)}</div>}
      {!still && far.length > 0 && (
        <details class="more">
          <summary>{t("more_actions")}</summary>
          <div class="actions">{far.map((one) => button(one, 1))}</div>
        </details>
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
          {rulesOf(action) && <p class="muted">{rulesOf(action)}</p>}
          {found.value && draft.value.text && <p class="muted">{t("draft_back")}</p>}
          <Summary wrong={wrong.value} />
          <Choices action={action} shown={shown} draft={draft.value} wrong={wrong.value} onChange={change} />
          <Templates id={shown.id} action={action} onPick={(body) => change({ text: draft.value.text.trim() ? `${draft.value.text.trim()}\n${body}` : body })} />
          <Field
            id="said"
            label={labelOf(action)}
            hint={hintOf(action)}
            optional={isOptional(action)}
            value={draft.value.text}
            error={wrongOf(wrong.value, "said")}
            onInput={(text) => change({ text })}
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

interface ChoicesProps {
  action: Action;
  shown: Case;
  draft: Draft;
  wrong: Wrong[];
  onChange: (part: Partial<Draft>) => void;
}

function Choices({ action, shown, draft, wrong, onChange }: ChoicesProps) {
  switch (action) {
    case "refuse":
      return <Reasons value={draft.reason} error={wrongOf(wrong, "reason")} onChoose={(reason) => onChange({ reason })} />;
    case "assign":
    case "bounce":
      return <Agencies not={shown.agency_id} value={draft.agency} error={wrongOf(wrong, "agency")} open={action === "bounce"} onChoose={(agency) => onChange({ agency })} />;
    case "split":
      return <SeveralAgencies not={shown.agency_id} value={draft.agencies} error={wrongOf(wrong, "agencies")} onChoose={(agencies) => onChange({ agencies })} />;
    case "answer":
      return <Evidence id={shown.id} sent={draft.photos} error={wrongOf(wrong, "evidence")} onSent={(photos) => onChange({ photos })} />;
    case "merge":
      return (
        <Field id="into" label={t("into")} hint={t("into_hint")} value={draft.into} error={wrongOf(wrong, "into")} onInput={(into) => onChange({ into })} input={{ autocomplete: "off", autocapitalize: "characters" }} />
      );
    case "extend":
      return (
        <Field
          id="amount"
          label={t(`amount_${shown.term_unit}` as "amount_working_day", { n: shown.term })}
          value={draft.amount}
          error={wrongOf(wrong, "amount")}
          onInput={(amount) => onChange({ amount })}
          input={{ inputMode: "numeric", autocomplete: "off" }}
        />
      );
    default:
      return null;
  }
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
        {last?.note && <span>{t("conflict_note", { note: last.note })}</span>}
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
