/** Proving a number: it is asked for, six digits are sent to it, and whoever uses this says what they prove. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { asFailure, Refused } from "../api/failure";
import type { Challenge, CodeAnswer } from "../api/types";
import { Field } from "../ui/form";
import { cleanPhone, words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);

interface Props {
  title: string;
  hint?: string;
  /** What the last button does. */
  send: string;
  /** Gives the digits to the server; a refusal it throws is shown here. */
  prove: (answer: CodeAnswer) => Promise<void>;
}

export function PhoneCode({ title, hint, send, prove }: Props) {
  const phone = useSignal("");
  const code = useSignal("");
  const challenge = useSignal<Challenge | null>(null);
  const wrong = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  const asked = challenge.value;

  const tried = async (ask: () => Promise<void>) => {
    if (wrong.value || busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      await ask();
    } catch (error) {
      const failure = asFailure(error);
      problem.value = failure instanceof Refused ? (failure.problem.errors?.[0]?.message ?? failure.words) : t("offline");
    } finally {
      busy.value = false;
    }
  };
  const askCode = () => {
    wrong.value = /^(\+?84|0)\d{9}$/.test(cleanPhone(phone.value)) ? "" : t("need_phone");
    return tried(async () => {
      code.value = "";
      challenge.value = await got(api.POST("/v1/auth/otp", { body: { phone: cleanPhone(phone.value) } }));
    });
  };
  const sendCode = (challenge_id: string) => {
    wrong.value = /^\d{6}$/.test(code.value.trim()) ? "" : t("need_code");
    return tried(() => prove({ challenge_id, code: code.value.trim() }));
  };
  useEffect(() => {
    if (asked) document.getElementById("otp")?.focus();
  }, [asked]);

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void (asked ? sendCode(asked.challenge_id) : askCode());
      }}
    >
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {problem.value && (
        <p class="box bad" role="alert">
          {problem.value}
        </p>
      )}
      {asked ? (
        <>
          {asked.demo_code && <p class="box wait">{t("demo_code", { code: asked.demo_code })}</p>}
          <Field
            id="otp"
            label={t("code")}
            hint={t("code_hint", { phone: phone.value, n: Math.round(asked.expires_in / 60) })}
            error={wrong.value || undefined}
            value={code.value}
            onInput={(value) => (code.value = value)}
            input={{ inputMode: "numeric", autocomplete: "one-time-code", maxLength: 6 }}
          />
          <div class="actions">
            <button type="submit" class="btn" aria-disabled={busy.value}>
              {send}
            </button>
            <button
              type="button"
              class="btn ghost"
              onClick={() => {
                challenge.value = null;
                wrong.value = problem.value = "";
              }}
            >
              {t("other_phone")}
            </button>
          </div>
        </>
      ) : (
        <>
          <Field
            id="phone"
            label={t("phone")}
            hint={t("phone_hint")}
            error={wrong.value || undefined}
            value={phone.value}
            onInput={(value) => (phone.value = value)}
            input={{ type: "tel", inputMode: "tel", autocomplete: "tel" }}
          />
          <button type="submit" class="btn" aria-disabled={busy.value}>
            {t("get_code")}
          </button>
        </>
      )}
    </form>
  );
}
