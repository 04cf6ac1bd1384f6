/** What an officer does about a request: find whom it is about, answer, take longer, do it, or say no. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { Chips, Field, Tick } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { answer, askCandidates, askExport, type CarryOut, carryOut, extend, findSubject, refuse, type RequestLine } from "./asks";
import { t } from "./words";

const DEEDS = ["find", "answer", "extend", "do", "refuse"] as const;
type Deed = (typeof DEEDS)[number];
type Scope = NonNullable<CarryOut["scope"]>;
const SCOPES: Scope[] = ["person", "photo", "contact"];
const LEAST = 3;

interface Props {
  line: RequestLine;
  onDone: () => Promise<void>;
}

export function Deeds({ line, onDone }: Props) {
  const open = useSignal<Deed | null>(null);
  const can = DEEDS.filter((deed) => !(deed === "extend" && line.extended_at) && !(deed === "do" && !line.household_id));
  const done = async () => {
    open.value = null;
    say(t("done"));
    await onDone();
  };
  return (
    <>
      <div class="actions">
        {can.map((deed) => (
          <button key={deed} type="button" class={`btn small ${deed === "refuse" ? "danger" : deed === "do" ? "" : "ghost"}`} aria-expanded={open.value === deed} onClick={() => (open.value = open.value === deed ? null : deed)}>
            {t(deed)}
          </button>
        ))}
      </div>
      {open.value === "find" && <Find line={line} onDone={done} />}
      {open.value && open.value !== "find" && <Say key={open.value} deed={open.value} line={line} onDone={done} />}
    </>
  );
}

function Find({ line, onDone }: Props) {
  const typed = useSignal("");
  const asked = useSignal("");
  const trouble = useSignal("");
  const read = useRead(asked.value ? `me:candidates:${line.id}:${asked.value}` : null, () => askCandidates(line.id, asked.value), { kept: false });
  const pick = async (home: string, adult: string | null) => {
    try {
      await findSubject(line.id, home, adult);
      await onDone();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <form
      class="stack-small"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        asked.value = typed.value.normalize("NFC").trim();
      }}
    >
      <Field id={`q-${line.id}`} label={t("find")} hint={t("find_hint")} value={typed.value} error={trouble.value || undefined} onInput={(value) => (typed.value = value)} input={{ maxLength: 80, autocomplete: "off" }} />
      <button type="submit" class="btn small">
        {t("search")}
      </button>
      {asked.value && (
        <Shown read={read} rows={1} empty={{ when: (page) => page.items.length === 0, title: t("found_none") }}>
          {(page) => (
            <ul class="cards">
              {page.items.map((home) => (
                <li key={home.id} class="card stack-small">
                  <b>{home.reference}</b>
                  <small>{home.hamlet}</small>
                  <div class="actions">
                    <button type="button" class="btn small ghost" onClick={() => void pick(home.id, null)}>
                      {t("pick_home")}
                    </button>
                    {(home.adults as { id: string; label: string; birth_year: number | null }[]).map((one) => (
                      <button key={one.id} type="button" class="btn small ghost" onClick={() => void pick(home.id, one.id)}>
                        {one.label} {one.birth_year}
                      </button>
                    ))}
                  </div>
                </li>
              ))}
            </ul>
          )}
        </Shown>
      )}
    </form>
  );
}

function Say({ deed, line, onDone }: Props & { deed: Exclude<Deed, "find"> }) {
  const words = useSignal("");
  const third = useSignal(false);
  const scope = useSignal<Scope>("person");
  const [label, year, reference] = [useSignal(""), useSignal(""), useSignal("")];
  const trouble = useSignal("");
  const busy = useSignal(false);
  const correcting = deed === "do" && line.kind === "correct";
  const correction = () => ({
    ...(label.value.trim() && { label: label.value.normalize("NFC").trim() }),
    ...(Number(year.value) && { birth_year: Number(year.value) }),
    ...(reference.value.trim() && { reference: reference.value.normalize("NFC").trim() }),
  });
  const act = {
    answer: (said: string) => answer(line.id, said),
    extend: (said: string) => extend(line.id, said, third.value),
    do: (said: string) => carryOut(line.id, { words: said, scope: scope.value, ...(correcting && { correction: correction() }) }),
    refuse: (said: string) => refuse(line.id, said),
  };
  const send = async () => {
    const said = words.value.normalize("NFC").trim();
    trouble.value = said.length < LEAST ? t("need") : "";
    if (busy.value || trouble.value) return;
    busy.value = true;
    try {
      await act[deed](said);
      await onDone();
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
  };
  return (
    <form
      class="stack-small"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {deed === "do" && line.kind === "view" && <Kept id={line.id} />}
      {deed === "do" && line.kind === "withdraw" && (
        <Chips name={`scope-${line.id}`} legend={t("scope")} value={scope.value} onChoose={(value) => (scope.value = value)} choices={SCOPES.map((value) => ({ value, label: t(`scope_${value}`) }))} />
      )}
      {correcting && (
        <>
          {line.adult_id && <Field id={`label-${line.id}`} label={t("fix_label")} optional value={label.value} onInput={(value) => (label.value = value)} input={{ maxLength: 60 }} />}
          {line.adult_id && <Field id={`year-${line.id}`} label={t("fix_year")} optional value={year.value} onInput={(value) => (year.value = value)} input={{ inputMode: "numeric", maxLength: 4 }} />}
          <Field id={`reference-${line.id}`} label={t("fix_reference")} optional value={reference.value} onInput={(value) => (reference.value = value)} input={{ maxLength: 80 }} />
        </>
      )}
      {deed === "extend" && <Tick label={t("third")} checked={third.value} onChange={(on) => (third.value = on)} />}
      <Field id={`${deed}-${line.id}`} label={t(`words_${deed}`)} hint={deed === "answer" ? t("answer_hint") : undefined} lines={3} value={words.value} error={trouble.value || undefined} onInput={(value) => (words.value = value)} />
      <button type="submit" class={`btn small ${deed === "refuse" ? "danger" : ""}`} aria-disabled={busy.value}>
        {t("send")}
      </button>
    </form>
  );
}

function Kept({ id }: { id: string }) {
  const read = useRead(`me:export:${id}`, () => askExport(id), { kept: false });
  return (
    <details>
      <summary>{t("export")}</summary>
      <Shown read={read} rows={1}>
        {(found) => (
          <pre class="box" style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>
            {JSON.stringify(found, null, 2)}
          </pre>
        )}
      </Shown>
    </details>
  );
}
