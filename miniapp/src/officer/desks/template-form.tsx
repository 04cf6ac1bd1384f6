/** One ready answer, new or changed. */
import { useSignal } from "@preact/signals";
import { me } from "../../api/session";
import { Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { why } from "../../ui/why";
import { type NewTemplate, putTemplate, type Template, type TemplateList } from "./wire";
import { t } from "./words";

export const ACTIONS = ["answer", "ask", "refuse", "bounce", "extend", "consult"] as const;
type Action = (typeof ACTIONS)[number];

export interface Choices {
  agencies: { id: string; name: string }[];
  subjects: { code: string; name: string }[];
}

function Pick({ id, label, value, any, choices, onPick }: { id: string; label: string; value: string; any: string | null; choices: { value: string; label: string }[]; onPick: (value: string) => void }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        {any !== null && <option value="">{any}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export function TemplateForm({ before, choices, onKept, onLeft }: { before: Template | null; choices: Choices; onKept: (list: TemplateList) => void; onLeft: () => void }) {
  const all = me.value?.roles.includes("admin") ?? false;
  const officer = me.value?.roles.includes("officer") ?? false;
  // An officer writes for the agencies of the province, a handler for their own; for all of them an administrator.
  const agencies = all || officer ? choices.agencies : (me.value?.agencies ?? []);
  const action = useSignal<Action>((before?.action as Action | undefined) ?? "answer");
  const agency = useSignal(before ? (before.agency_id ?? "") : all ? "" : (agencies[0]?.id ?? ""));
  const subject = useSignal(before?.category_code ?? "");
  const title = useSignal(before?.title ?? "");
  const body = useSignal(before?.body ?? "");
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    const kept: NewTemplate = {
      action: action.value, agency_id: agency.value || null, category_code: subject.value || null,
      title: title.value.normalize("NFC").trim(), body: body.value.normalize("NFC").trim(),
    };
    wrong.value = [...(kept.title ? [] : [{ id: "title", message: t("need_title") }]), ...(kept.body ? [] : [{ id: "body", message: t("need_body") }])];
    trouble.value = "";
    if (wrong.value.length) return;
    busy.value = true;
    try {
      onKept(await putTemplate(before?.id ?? null, kept));
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
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
      <h2>{t(before ? "change_one" : "add")}</h2>
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Pick id="action" label={t("for_step")} value={action.value} any={null} choices={ACTIONS.map((one) => ({ value: one, label: t(one) }))} onPick={(value) => (action.value = value as Action)} />
      <Pick id="agency" label={t("agency")} value={agency.value} any={all ? t("any_agency") : null} choices={agencies.map((one) => ({ value: one.id, label: one.name }))} onPick={(value) => (agency.value = value)} />
      <Pick id="subject" label={t("subject")} value={subject.value} any={t("any_subject")} choices={choices.subjects.map((one) => ({ value: one.code, label: one.name }))} onPick={(value) => (subject.value = value)} />
      <Field id="title" label={t("short")} hint={t("short_hint")} value={title.value} error={wrongOf(wrong.value, "title")} onInput={(value) => (title.value = value)} input={{ maxLength: 100 }} />
      <Field id="body" label={t("body")} hint={t("body_hint")} value={body.value} error={wrongOf(wrong.value, "body")} onInput={(value) => (body.value = value.slice(0, 2000))} lines={5} />
      <div class="actions">
        <button type="submit" class="btn" aria-disabled={busy.value}>
          {t("save")}
        </button>
        <button type="button" class="btn ghost" onClick={onLeft}>
          {t("leave")}
        </button>
      </div>
    </form>
  );
}
