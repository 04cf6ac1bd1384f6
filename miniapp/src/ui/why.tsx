/** Something that needs a reason: a sentence is written, and it is done or kept as it was. */
import { useSignal } from "@preact/signals";
import { whyNotInFull } from "../api/failure";
import { Field } from "./form";
import vi from "./vi.json";
import { words } from "./words";

const t = words(vi);

export const why = (error: unknown): string => whyNotInFull(error, t("no_net"));

interface Props {
  id: string;
  label: string;
  /** What is missing when nothing was written. */
  need: string;
  hint?: string;
  /** What the button does, in words. */
  act: string;
  send: (reason: string) => Promise<void>;
  onKeep: () => void;
}

export function Why({ id, label, need, hint, act, send, onKeep }: Props) {
  const reason = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  const done = async () => {
    const said = reason.value.normalize("NFC").trim();
    if (busy.value) return;
    if (!said) {
      trouble.value = need;
      return;
    }
    busy.value = true;
    try {
      await send(said);
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <form
      class="stack-small"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void done();
      }}
    >
      <Field id={id} label={label} hint={hint} value={reason.value} error={trouble.value || undefined} onInput={(value) => (reason.value = value)} input={{ maxLength: 300 }} />
      <div class="actions">
        <button type="submit" class="btn small danger" aria-disabled={busy.value}>
          {act}
        </button>
        <button type="button" class="btn small ghost" onClick={onKeep}>
          {t("keep")}
        </button>
      </div>
    </form>
  );
}
