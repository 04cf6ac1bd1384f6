/** Looking a dossier up: its code and four digits, sent in the body, never in an address. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { asFailure, type Failure, whyNot } from "../api/failure";
import type { Dossier } from "../api/types";
import { platform } from "../platform";
import { Field, Summary, wrongOf, type Wrong } from "../ui/form";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);

export function Lookup({ onFound }: { onFound: (dossier: Dossier, key: { code: string; phone_last4: string }) => void }) {
  const code = useSignal("");
  const last4 = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const busy = useSignal(false);
  const failure = useSignal<Failure | null>(null);

  const submit = async () => {
    const found: Wrong[] = [];
    if (!code.value.trim()) found.push({ id: "code", message: t("need_code") });
    if (!/^\d{4}$/.test(last4.value.trim())) found.push({ id: "last4", message: t("need_last4") });
    wrong.value = found;
    failure.value = null;
    if (found.length || busy.value) return;
    busy.value = true;
    const key = { code: code.value.trim(), phone_last4: last4.value.trim() };
    try {
      onFound(await got(api.POST("/v1/dossiers/lookup", { body: key })), key);
    } catch (error) {
      failure.value = asFailure(error);
    } finally {
      busy.value = false;
    }
  };
  const scan = platform.scan;
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h2>{t("lookup")}</h2>
      <Summary wrong={wrong.value} />
      {failure.value && (
        <p class="box bad" role="alert">
          {whyNot(failure.value, t("offline"))}
        </p>
      )}
      <Field
        id="code"
        label={t("code")}
        hint={t("code_hint")}
        error={wrongOf(wrong.value, "code")}
        value={code.value}
        onInput={(value) => (code.value = value)}
        input={{ autocomplete: "off", autocapitalize: "characters", spellcheck: false }}
      />
      <Field
        id="last4"
        label={t("last4")}
        hint={t("last4_hint")}
        error={wrongOf(wrong.value, "last4")}
        value={last4.value}
        onInput={(value) => (last4.value = value)}
        input={{ inputMode: "numeric", maxLength: 4, autocomplete: "off", size: 4 }}
      />
      <div class="actions">
        <button type="submit" class="btn" aria-disabled={busy.value}>
          {busy.value ? t("seeing") : t("see")}
        </button>
        {scan && (
          <button type="button" class="btn ghost" onClick={() => void scan().then((text) => (code.value = text), () => undefined)}>
            {t("scan")}
          </button>
        )}
      </div>
    </form>
  );
}
