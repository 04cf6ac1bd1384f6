/** Asking the agency about a dossier: one question waits at a time, with the hour its answer is due. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import type { Dossier } from "../api/types";
import { uuid7 } from "../offline/uuid7";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../ui/form";
import { say } from "../ui/say";
import { moment, words } from "../ui/words";
import type { QuestionKind } from "./shapes";
import vi from "./vi.json";

const t = words(vi);

export function Ask({ dossier, onChange }: { dossier: Dossier; onChange: () => void }) {
  const waiting = dossier.questions?.find((one) => !one.answered_at);
  const kinds = dossier.may_ask ?? [];
  if (waiting)
    return (
      <section class={waiting.overdue ? "box bad" : "box wait"} aria-labelledby="asked">
        <h2 id="asked">{t(`kind_${waiting.kind}`)}</h2>
        <p>{waiting.text}</p>
        <p>{waiting.overdue ? t("answer_overdue", { at: moment(waiting.answer_by) }) : t("answer_by", { at: moment(waiting.answer_by) })}</p>
      </section>
    );
  return kinds.length ? <Form dossier={dossier} kinds={kinds} onChange={onChange} /> : null;
}

function Form({ dossier, kinds, onChange }: { dossier: Dossier; kinds: QuestionKind[]; onChange: () => void }) {
  // One id until it is taken: what is sent twice is asked once.
  const id = useRef(uuid7());
  const tried = useRef("");
  const kind = useSignal<QuestionKind>("question");
  const text = useSignal("");
  const mayCall = useSignal(false);
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);

  const send = async () => {
    if (busy.value) return;
    const said = text.value.normalize("NFC").trim();
    wrong.value = said ? [] : [{ id: "question", message: t("need_question") }];
    if (wrong.value.length) return;
    // An id whose first try may have arrived is never used for other words: they would be refused for ever.
    const content = `${kind.value} ${mayCall.value} ${said}`;
    if (tried.current && tried.current !== content) id.current = uuid7();
    tried.current = content;
    busy.value = true;
    trouble.value = "";
    try {
      const params = { path: { dossier_id: dossier.id } };
      await got(api.POST("/v1/me/dossiers/{dossier_id}/questions", { params, body: { id: id.current, kind: kind.value, text: said, may_call: mayCall.value } }));
      id.current = uuid7();
      tried.current = "";
      text.value = "";
      say(t("asked"));
      onChange();
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = false;
    }
  };

  return (
    <details class="card">
      <summary>{t("ask")}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p class="muted">{t("ask_hint")}</p>
        <Summary wrong={wrong.value} />
        {trouble.value && (
          <p class="box bad" role="alert">
            {trouble.value}
          </p>
        )}
        {kinds.length > 1 && (
          <Chips
            name="kind"
            legend={t("ask_what")}
            choices={kinds.map((value) => ({ value, label: t(`kind_${value}`) }))}
            value={kind.value}
            onChoose={(value) => (kind.value = value)}
          />
        )}
        <Field
          id="question"
          label={t("question")}
          hint={t("question_hint")}
          error={wrongOf(wrong.value, "question")}
          value={text.value}
          onInput={(value) => (text.value = value.slice(0, 1000))}
          lines={4}
        />
        <Tick label={t("may_call")} hint={t("may_call_hint")} checked={mayCall.value} onChange={(on) => (mayCall.value = on)} />
        <button type="submit" class="btn wide" aria-disabled={busy.value}>
          {busy.value ? t("sending") : t("send_question")}
        </button>
      </form>
    </details>
  );
}
