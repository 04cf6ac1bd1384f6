/** The second step of staff: put a secret into an authenticator app once, then give its six digits each day. */
import { effect, signal, useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { keepSession, me, session } from "../api/session";
import type { NewSecondFactor } from "../api/types";
import { Field } from "../ui/form";
import { say } from "../ui/say";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);
const grouped = (secret: string) => secret.match(/.{1,4}/g)?.join(" ") ?? secret;

/** Shown once by the server: they wait here, in memory only, until they are on paper or somebody else signs in. */
const unkept = signal<{ of: string; codes: string[] } | null>(null);
effect(() => {
  if (unkept.value && unkept.value.of !== me.value?.id) unkept.value = null;
});

export function SecondFactor({ known }: { known: boolean }) {
  const shown = useSignal<NewSecondFactor | null>(null);
  const square = useSignal<typeof import("./qr") | null>(null);
  const code = useSignal("");
  const wrong = useSignal("");
  const busy = useSignal(false);
  const tried = async (ask: () => Promise<void>) => {
    if (busy.value) return;
    busy.value = true;
    wrong.value = "";
    try {
      await ask();
    } catch (error) {
      wrong.value = whyNot(error, t("offline"));
    } finally {
      busy.value = false;
    }
  };
  const begin = () =>
    tried(async () => {
      shown.value = await got(api.POST("/v1/me/second-factor"));
      // Without it the link and the key by hand still do.
      square.value = await import("./qr").catch(() => null);
    });
  const Qr = square.value?.Qr;
  const send = () =>
    tried(async () => {
      const given = code.value.trim();
      if (!(known ? /^(\d{6}|[A-Za-z0-9 -]{12,20})$/ : /^\d{6}$/).test(given)) {
        wrong.value = t("need_code");
        return;
      }
      const body = { code: given };
      const answer = await got(known ? api.POST("/v1/me/second-factor/prove", { body }) : api.POST("/v1/me/second-factor/confirm", { body }));
      const held = session.value;
      if (held) keepSession({ ...held, access_token: answer.access_token, expires_in: answer.expires_in, me: answer.me });
      if (answer.recovery_codes.length) unkept.value = { of: answer.me.id, codes: answer.recovery_codes };
      say(t("factor_done"));
    });
  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (known || shown.value ? send() : begin());
      }}
    >
      <h2>{t("factor")}</h2>
      <p>{known ? t("factor_prove_hint") : t("factor_enrol_hint")}</p>
      {shown.value && (
        <div class="box stack">
          <p>
            <a href={shown.value.uri}>{t("factor_open")}</a>
          </p>
          {Qr && (
            <div class="scanned">
              <p>{t("factor_scan")}</p>
              <Qr text={shown.value.uri} label={t("factor_square")} />
            </div>
          )}
          <p>{t("factor_by_hand")}</p>
          <p>
            <code class="secret">{grouped(shown.value.secret)}</code>
          </p>
        </div>
      )}
      {known || shown.value ? (
        <Field
          id="factor-code"
          label={t("factor_code")}
          hint={known ? t("factor_code_hint") : undefined}
          error={wrong.value || undefined}
          value={code.value}
          onInput={(value) => (code.value = value)}
          input={{ autocomplete: "one-time-code", maxLength: 20, ...(known ? {} : { inputMode: "numeric" as const }) }}
        />
      ) : (
        wrong.value && (
          <p class="error" role="alert">
            {wrong.value}
          </p>
        )
      )}
      <button type="submit" class="btn" aria-disabled={busy.value}>
        {known || shown.value ? t("factor_send") : t("factor_begin")}
      </button>
    </form>
  );
}

/** Codes for paper: until they are copied, whatever else was looked at meanwhile. */
export function RecoveryCodes() {
  if (!unkept.value) return null;
  return (
    <section class="card stack" aria-labelledby="recovery">
      <h2 id="recovery">{t("recovery")}</h2>
      <p>{t("recovery_hint")}</p>
      <ul class="recovery">
        {unkept.value.codes.map((one) => (
          <li key={one}>
            <code>{one}</code>
          </li>
        ))}
      </ul>
      <button type="button" class="btn" onClick={() => (unkept.value = null)}>
        {t("recovery_kept")}
      </button>
    </section>
  );
}
