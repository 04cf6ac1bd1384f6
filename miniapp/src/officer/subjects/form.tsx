/** One subject: everything that is data about it, changed from a day on, with why. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Category } from "../../api/types";
import { back, type Screen } from "../../main/router";
import { Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { say } from "../../ui/say";
import { Empty } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { isoDay } from "../../ui/words";
import { Only } from "../gate/gate";
import { type Counted, fieldsOf, type Typed, typedOf, UNITS, type Unit, wrongIn } from "./typed";
import { askSubjects, changeSubject } from "./wire";
import { t } from "./words";

const LIST = "/qt/loai-viec";

export const Subject: Screen = ({ place }) => <Only roles={["admin"]}>{() => <Asked code={place.params.code ?? ""} />}</Only>;

function Asked({ code }: { code: string }) {
  const read = useRead("me:subjects", askSubjects, { kept: false });
  const find = (items: Category[]) => items.find((one) => one.code === code) ?? null;
  return (
    <div class="stack">
      <Shown read={read} rows={5} head={{ title: t("title"), up: LIST, of: ({ items }) => (code === "moi" ? t("add") : (find(items)?.name ?? t("gone"))) }}>
        {({ items }) =>
          code !== "moi" && !find(items) ? (
            <Empty title={t("gone")}>
              <a class="btn ghost" href={`#${LIST}`}>
                {t("title")}
              </a>
            </Empty>
          ) : (
            <Form key={code} before={find(items)} items={items} />
          )
        }
      </Shown>
    </div>
  );
}

interface Part {
  typed: Typed;
  wrong: Wrong[];
  set: (change: Partial<Typed>) => void;
}

function Count({ id, hint, typed, wrong, set }: Part & { id: Counted; hint?: string }) {
  return <Field id={id} label={t(id)} hint={hint} value={typed[id]} error={wrongOf(wrong, id)} onInput={(value) => set({ [id]: value })} input={{ inputMode: "numeric", maxLength: 4 }} />;
}

function Within({ id, unit, ...part }: Part & { id: "acknowledge_within" | "finish_within"; unit: "acknowledge_unit" | "finish_unit" }) {
  return (
    <div class="stack-small">
      <Count id={id} {...part} />
      <select id={unit} aria-label={t(unit)} value={part.typed[unit]} onChange={(event) => part.set({ [unit]: event.currentTarget.value as Unit })}>
        {UNITS.map((one) => (
          <option key={one} value={one}>
            {t(one)}
          </option>
        ))}
      </select>
    </div>
  );
}

function Kinds({ typed, wrong, set }: Part) {
  const tick = (id: "urgent" | "public" | "anonymous_allowed" | "evidence_required" | "sealed", hint: string) => (
    <Tick label={t(id)} hint={hint} checked={typed[id]} onChange={(on) => set({ [id]: on })} />
  );
  return (
    <section class="stack-small">
      <h2>{t("rules")}</h2>
      {tick("urgent", t("urgent_hint"))}
      {tick("public", t("public_hint"))}
      {tick("anonymous_allowed", t("anonymous_hint"))}
      {tick("evidence_required", t("evidence_hint"))}
      <div id="sealed" tabIndex={-1}>
        {wrongOf(wrong, "sealed") && <p class="error">{wrongOf(wrong, "sealed")}</p>}
        {tick("sealed", t("sealed_hint"))}
      </div>
    </section>
  );
}

function Named({ items, before, ...part }: Part & { items: Category[]; before: Category | null }) {
  const { typed, wrong, set } = part;
  const icons = [...new Set([...items.map((one) => one.icon), "dots"])].sort();
  const field = (id: "name" | "hint" | "handed_to", optional: boolean, hint?: string) => (
    <Field id={id} label={t(id === "hint" ? "hint_label" : id)} hint={hint} optional={optional} value={typed[id]} error={wrongOf(wrong, id)} onInput={(value) => set({ [id]: value })} input={{ maxLength: id === "name" ? 100 : id === "hint" ? 200 : 500 }} />
  );
  return (
    <>
      {!before && <Field id="code" label={t("code")} hint={t("code_hint")} value={typed.code} error={wrongOf(wrong, "code")} onInput={(value) => set({ code: value.trim() })} input={{ maxLength: 60, autocapitalize: "none" }} />}
      {field("name", false)}
      {field("hint", true, t("hint_hint"))}
      <div class="field">
        <label for="parent_code">{t("parent_code")}</label>
        <select id="parent_code" value={typed.parent_code} onChange={(event) => set({ parent_code: event.currentTarget.value })}>
          <option value="">{t("no_parent")}</option>
          {items
            .filter((one) => !one.parent_code && one.code !== before?.code)
            .map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
        </select>
      </div>
      <div class="field">
        <label for="icon">{t("icon")}</label>
        <select id="icon" value={typed.icon} onChange={(event) => set({ icon: event.currentTarget.value })}>
          {icons.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </div>
      {field("handed_to", true, t("handed_hint"))}
    </>
  );
}

function Form({ before, items }: { before: Category | null; items: Category[] }) {
  const today = isoDay();
  const typed = useSignal(typedOf(before, today));
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const part: Part = { typed: typed.value, wrong: wrong.value, set: (change) => (typed.value = { ...typed.value, ...change }) };
  const send = async () => {
    if (busy.value) return;
    trouble.value = "";
    wrong.value = wrongIn(typed.value, before, items.map((one) => one.code), today);
    if (wrong.value.length) return;
    busy.value = true;
    const { code, effective_on, note } = typed.value;
    try {
      await changeSubject(before?.code ?? code, { effective_on, note: note.normalize("NFC").trim(), fields: fieldsOf(typed.value, before) });
      say(t(effective_on > today ? "kept_for" : "changed"));
      back(LIST);
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Named items={items} before={before} {...part} />
      <Within id="acknowledge_within" unit="acknowledge_unit" {...part} />
      <Within id="finish_within" unit="finish_unit" {...part} />
      <Count id="duplicate_radius_m" hint={t("duplicate_hint")} {...part} />
      <Count id="duplicate_hours" {...part} />
      <Count id="public_decimals" hint={t("decimals_hint")} {...part} />
      <Kinds {...part} />
      <Field id="effective_on" label={t("effective_on")} hint={t("effective_hint")} value={typed.value.effective_on} error={wrongOf(wrong.value, "effective_on")} onInput={(value) => part.set({ effective_on: value })} input={{ type: "date", min: today }} />
      <Field id="note" label={t("note")} hint={t("note_hint")} value={typed.value.note} error={wrongOf(wrong.value, "note")} onInput={(value) => part.set({ note: value })} lines={2} />
      <button type="submit" class="btn" aria-disabled={busy.value}>
        {t("save")}
      </button>
    </form>
  );
}
