/** My rights over what volunteers wrote of my household: ask, follow until when it must be done, read what is kept. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { homeCommune } from "../../places/home";
import { Chips, Field } from "../../ui/form";
import { Empty, Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { moment } from "../../ui/words";
import { ask, askExport, askMine, type MyRequest, type RequestKind, type RequestStep, takeBack } from "./asks";
import { t } from "./words";

const KINDS: RequestKind[] = ["view", "correct", "delete", "withdraw", "restrict", "object"];

export const MyRights: Screen = () => (
  <div class="stack">
    <Head title={t("mine")} up="/toi" />
    <p>{t("mine_hint")}</p>
    {me.value ? (
      <Desk />
    ) : (
      <Empty title={t("sign_in_first")}>
        <a class="btn" href="#/toi">
          {t("sign_in")}
        </a>
      </Empty>
    )}
  </div>
);

function Desk() {
  const read = useRead(`me:rights:${me.value?.id}`, askMine);
  return (
    <>
      <Ask onAsked={read.again} />
      <h2>{t("list")}</h2>
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("none") }}>
        {(page) => (
          <ul class="cards">
            {page.items.map((one) => (
              <One key={one.id} one={one} onMoved={read.again} />
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

function Ask({ onAsked }: { onAsked: () => Promise<void> }) {
  const id = useSignal(uuid7());
  const kind = useSignal<RequestKind>("view");
  const words = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  const commune = homeCommune.value;
  const send = async () => {
    const said = words.value.normalize("NFC").trim();
    if (busy.value || !commune) return;
    trouble.value = said.length < 3 ? t("need_words") : "";
    if (trouble.value) return;
    busy.value = true;
    try {
      const made = await ask({ id: id.value, kind: kind.value, commune_code: commune.code, words: said });
      id.value = uuid7();
      words.value = "";
      say(t("sent", { at: moment(made.answer_due_at) }));
      await onAsked();
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
  };
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t("ask")}</h2>
      <Chips name="kind" legend={t("kind")} value={kind.value} onChoose={(value) => (kind.value = value)} choices={KINDS.map((value) => ({ value, label: t(`k_${value}` as "k_view") }))} />
      <p>
        {t("commune")}: <b>{commune?.full_name ?? t("commune_none")}</b> <a href="#/noi-o">{t("commune_pick")}</a>
      </p>
      <Field id="words" label={t("my_words")} hint={t("my_words_hint")} lines={3} value={words.value} error={trouble.value || undefined} onInput={(value) => (words.value = value)} />
      <button type="submit" class="btn wide" aria-disabled={busy.value || !commune}>
        {t("send")}
      </button>
    </form>
  );
}

function One({ one, onMoved }: { one: MyRequest; onMoved: () => Promise<void> }) {
  const trouble = useSignal("");
  const open = useSignal(false);
  const back = async () => {
    try {
      await takeBack(one.id);
      await onMoved();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <li class="card stack-small">
      <b>{t(`k_${one.kind}` as "k_view")}</b>
      <small>
        {one.commune_name} · {moment(one.received_at)}
      </small>
      {one.outcome ? (
        <span class={`state ${one.outcome === "done" ? "ok" : "wait"}`}>{t(`o_${one.outcome}` as "o_done")}</span>
      ) : (
        <span class="state wait">
          {one.answered_at ? t("answered_at", { at: moment(one.answered_at) }) : t("answer_due", { at: moment(one.answer_due_at) })} · {t("done_due", { at: moment(one.done_due_at) })}
          {one.extended_at && ` (${t("extended")})`}
        </span>
      )}
      <Steps steps={one.steps} />
      {trouble.value && <p class="error">{trouble.value}</p>}
      {!one.outcome && (
        <button type="button" class="btn small ghost" onClick={() => void back()}>
          {t("take_back")}
        </button>
      )}
      {one.kind === "view" && one.outcome === "done" && !open.value && (
        <button type="button" class="btn small" onClick={() => (open.value = true)}>
          {t("export")}
        </button>
      )}
      {open.value && <Kept id={one.id} />}
    </li>
  );
}

export function Steps({ steps }: { steps: RequestStep[] }) {
  return (
    <ol class="stack-small">
      {steps.map((step) => (
        <li key={step.at + step.what}>
          <small>
            {moment(step.at)} · {t(`s_${step.what}` as "s_done")} {step.by_name}
          </small>
          {step.words && <p>{step.words}</p>}
        </li>
      ))}
    </ol>
  );
}

function Kept({ id }: { id: string }) {
  const read = useRead(`me:export:${id}`, () => askExport(id), { kept: false });
  return (
    <Shown read={read}>
      {(found) => {
        const text = JSON.stringify(found, null, 2);
        return (
          <section class="stack-small">
            <h3>{t("export_title")}</h3>
            <pre class="box" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
              {text}
            </pre>
            <a class="btn ghost" download="du-lieu-cua-toi.json" href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}>
              {t("export_save")}
            </a>
          </section>
        );
      }}
    </Shown>
  );
}
