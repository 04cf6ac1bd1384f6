/** Questions about dossiers: the handler's desk; for who oversees, counts and sums only. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { readInto, useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Chips, Field } from "../ui/form";
import { useMore } from "../ui/more";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { moment, words } from "../ui/words";
import type { AgencyQuestion } from "./shapes";
import { Sums } from "./sums";
import "./dossiers.css";
import vi from "./vi.json";

const t = words(vi);
type Which = "waiting" | "answered";

const DeskScreen: Screen = () => {
  const roles = me.value?.roles ?? [];
  if (!roles.includes("handler") && !roles.includes("officer"))
    return (
      <div class="stack">
        <Head title={t("desk")} />
        <p>{t("desk_staff_only")}</p>
        <a class="btn" href="#/toi">
          {t("sign_in")}
        </a>
      </div>
    );
  return (
    <div class="stack">
      <Head title={t("desk")} />
      {roles.includes("handler") && <Desk />}
      <Sums />
    </div>
  );
};

function Desk() {
  const which = useSignal<Which>("waiting");
  const ask = (cursor: string | null) => got(api.GET("/v1/agency/dossier-questions", { params: { query: { answered: which.value === "answered", limit: 20, ...(cursor && { cursor }) } } }));
  const key = `me:desk:${me.value?.id}:${which.value}`;
  const read = useRead(key, () => ask(null), { kept: false });
  const more = useMore<AgencyQuestion>(read.data, ask, { of: which.value });
  const answered = () => {
    more.forget();
    void readInto(key, () => ask(null), { kept: false });
  };
  return (
    <>
      <Chips
        name="which"
        legend={t("which")}
        choices={(["waiting", "answered"] as const).map((value) => ({ value, label: t(`which_${value}`) }))}
        value={which.value}
        onChoose={(value) => (which.value = value)}
      />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("desk_none"), body: <p>{t("desk_none_hint")}</p> }}>
        {(page) => (
          <>
            {which.value === "waiting" && <p class={page.overdue ? "box bad" : "box"}>{t("desk_counts", { open: page.open, overdue: page.overdue })}</p>}
            <ul class="cards">
              {more.items.map((question) => (
                <li key={question.id} class="card stack">
                  <One question={question} onAnswered={answered} />
                </li>
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </>
  );
}

function One({ question, onAnswered }: { question: AgencyQuestion; onAnswered: () => void }) {
  const text = useSignal("");
  const agreed = useSignal<"yes" | "no" | null>(null);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const reopening = question.kind === "reopen";

  const send = async () => {
    if (busy.value) return;
    const said = text.value.normalize("NFC").trim();
    trouble.value = !said ? t("need_answer") : reopening && !agreed.value ? t("need_decision") : "";
    if (trouble.value) return;
    busy.value = true;
    try {
      const params = { path: { question_id: question.id } };
      await got(api.POST("/v1/agency/dossier-questions/{question_id}/answer", { params, body: { answer: said, agreed: reopening ? agreed.value === "yes" : null } }));
      say(t("answered"));
      onAnswered();
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = false;
    }
  };

  return (
    <>
      <p>
        <span class="pill">{t(`desk_${question.kind}`)}</span> {question.overdue && <span class="pill bad">{t("overdue")}</span>}
      </p>
      <p class="said">{question.text}</p>
      <p class="muted">
        {question.procedure_name} · <Whole text={question.dossier_code} />
        {question.state_name && ` · ${question.state_name}`}
      </p>
      {question.phone && (
        <p>
          {t("may_call_at")} <a href={`tel:${question.phone}`}>{question.phone}</a>
        </p>
      )}
      {question.answered_at ? (
        <p class="box ok">
          {question.agreed !== null && <b>{t(question.agreed ? "reopen_yes" : "reopen_no")} </b>}
          {question.answer}
          <small> {moment(question.answered_at)}</small>
        </p>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p class={question.overdue ? "state bad" : "state wait"}>{question.overdue ? t("was_due", { at: moment(question.answer_by) }) : t("is_due", { at: moment(question.answer_by) })}</p>
          {trouble.value && (
            <p class="box bad" role="alert">
              {trouble.value}
            </p>
          )}
          {reopening && (
            <Chips
              name={`agreed-${question.id}`}
              legend={t("reopen_decide")}
              choices={[
                { value: "yes", label: t("reopen_yes") },
                { value: "no", label: t("reopen_no") },
              ]}
              value={agreed.value}
              onChoose={(value) => (agreed.value = value)}
            />
          )}
          <Field id={`answer-${question.id}`} label={t("answer")} hint={t("answer_hint")} value={text.value} onInput={(value) => (text.value = value.slice(0, 2000))} lines={3} />
          <button type="submit" class="btn" aria-disabled={busy.value}>
            {busy.value ? t("sending") : t("send_answer")}
          </button>
        </form>
      )}
    </>
  );
}

export default DeskScreen;
