/** What a step of a case may need besides its text: a reason, an agency or several, a photo, ready words. */
import { useSignal } from "@preact/signals";
import { Refused, whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { shrunk } from "../reports/photos";
import { Chips, Field, Tick } from "../ui/form";
import { Icon } from "../ui/icon";
import { fold, words } from "../ui/words";
import vi from "./vi.json";
import { askAgencies, askCategories, askTemplates, sendResultPhoto } from "./wire";

const t = words(vi);
const SHOWN = 8;
const PHOTOS_MAX = 4;

interface ChoiceProps {
  value: string | null;
  error: string | undefined;
  onChoose: (value: string | null) => void;
}

export function Reasons({ value, error, onChoose }: ChoiceProps) {
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

/** The agencies whose name fits what is typed, and those chosen already. */
function useFound(not: string | null, wanted: string, chosen: string[]) {
  const read = useRead("agencies", askAgencies, { fresh: 3_600_000 });
  const fits = (read.data?.items ?? []).filter((one) => one.id !== not && (chosen.includes(one.id) || fold(one.name).includes(fold(wanted))));
  return fits.slice(0, SHOWN);
}

function Find({ value, onInput }: { value: string; onInput: (text: string) => void }) {
  return <Field id="agency-find" label={t("agency_find")} value={value} onInput={onInput} input={{ type: "search", autocomplete: "off" }} />;
}

/** `open`: nobody need be chosen, the coordinator decides. */
export function Agencies({ not, value, error, onChoose, open = false }: ChoiceProps & { not: string | null; open?: boolean }) {
  const wanted = useSignal("");
  const found = useFound(not, wanted.value, value ? [value] : []);
  const nobody = open ? [{ value: "", label: t("agency_none") }] : [];
  return (
    <div class="stack-small">
      <Find value={wanted.value} onInput={(text) => (wanted.value = text)} />
      <Chips
        name="agency"
        legend={t("agency")}
        choices={[...nobody, ...found.map((one) => ({ value: one.id, label: one.name }))]}
        value={open ? (value ?? "") : value}
        error={error}
        onChoose={(one) => onChoose(one || null)}
      />
    </div>
  );
}

export function SeveralAgencies({ not, value, error, onChoose }: { not: string | null; value: string[]; error: string | undefined; onChoose: (value: string[]) => void }) {
  const wanted = useSignal("");
  const found = useFound(not, wanted.value, value);
  return (
    <div class="stack-small">
      <Find value={wanted.value} onInput={(text) => (wanted.value = text)} />
      <fieldset class="several" id="agencies" tabIndex={-1}>
        <legend>{t("agencies")}</legend>
        {error && <p class="error">{error}</p>}
        {found.map((one) => (
          <Tick
            key={one.id}
            label={one.name}
            checked={value.includes(one.id)}
            onChange={(on) => onChoose(on ? [...value, one.id] : value.filter((other) => other !== one.id))}
          />
        ))}
      </fieldset>
    </div>
  );
}

/** Ready words for this step; a tap puts them into the field, to be finished by hand. */
export function Templates({ id, action, onPick }: { id: string; action: string; onPick: (body: string) => void }) {
  const read = useRead(`me:templates:${id}`, () => askTemplates(id), { fresh: 3_600_000 });
  const ready = (read.data ?? []).filter((one) => one.action === action);
  if (!ready.length) return null;
  return (
    <div class="templates" role="group" aria-label={t("templates")}>
      <small>{t("templates")}</small>
      {ready.map((one) => (
        <button key={one.title} type="button" class="btn ghost small" onClick={() => onPick(one.body)}>
          {one.title}
        </button>
      ))}
    </div>
  );
}

/** A place may be taken by a photo that is still being made ready: then the next one. */
async function placed(id: string, position: number, blob: Blob): Promise<number> {
  try {
    await sendResultPhoto(id, position, blob);
    return position + 1;
  } catch (error) {
    const taken = error instanceof Refused && error.problem.type === "/problems/photo-place-taken";
    if (!taken || position + 1 >= PHOTOS_MAX) throw error;
    return placed(id, position + 1, blob);
  }
}

/** Photos of the result: each is sent at once, so that the answer finds them there. */
export function Evidence({ id, sent, error, onSent }: { id: string; sent: number; error: string | undefined; onSent: (count: number) => void }) {
  const busy = useSignal(false);
  const problem = useSignal("");
  const take = async (files: FileList | null) => {
    let count = sent;
    busy.value = true;
    problem.value = "";
    try {
      for (const file of [...(files ?? [])].slice(0, PHOTOS_MAX - sent)) count = await placed(id, count, await shrunk(file));
    } catch (failure) {
      problem.value = t("evidence_failed", { why: whyNot(failure, t("offline")) });
    }
    busy.value = false;
    if (count !== sent) onSent(count);
  };
  return (
    <div class={error ? "field bad" : "field"} id="evidence" tabIndex={-1}>
      {(error || problem.value) && (
        <p class="error" role="alert">
          {error || problem.value}
        </p>
      )}
      {sent < PHOTOS_MAX && (
        <label class="btn ghost file">
          <input
            type="file"
            accept="image/*"
            multiple
            disabled={busy.value}
            onChange={(event) => {
              const input = event.currentTarget;
              void take(input.files).finally(() => (input.value = ""));
            }}
          />
          <Icon name="camera" />
          {t("evidence_take")}
        </label>
      )}
      <p class="muted" role="status">
        {busy.value ? t("evidence_busy") : sent > 0 ? t("evidence_sent", { n: sent }) : t("evidence")}
      </p>
    </div>
  );
}
