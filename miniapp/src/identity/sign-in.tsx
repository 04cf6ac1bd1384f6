/** Ways in: Zalo inside Zalo, phone and code anywhere, and the loudly marked demo people. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { useDemo } from "../api/demo";
import { asFailure, Refused } from "../api/failure";
import { keepSession, setMode, type Mode } from "../api/session";
import type { Challenge, Role, Session } from "../api/types";
import { platform } from "../platform";
import { Field } from "../ui/form";
import { say } from "../ui/say";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);
const ROLES: Role[] = ["citizen", "volunteer", "handler", "officer", "admin"];

const clean = (phone: string) => phone.replace(/[\s.-]/g, "");

export function SignIn() {
  const phone = useSignal("");
  const code = useSignal("");
  const challenge = useSignal<Challenge | null>(null);
  const wrong = useSignal("");
  const problem = useSignal("");
  const busy = useSignal(false);
  const isDemo = useDemo();

  const enter = async (ask: () => Promise<Session>, mode: Mode) => {
    busy.value = true;
    problem.value = "";
    try {
      const session = await ask();
      keepSession(session);
      setMode(mode);
      say(t("welcome", { name: session.me.display_name || session.me.phone_masked || "" }));
      scrollTo(0, 0);
    } catch (error) {
      const failure = asFailure(error);
      problem.value = failure instanceof Refused ? failure.words : t("offline");
    } finally {
      busy.value = false;
    }
  };
  const zalo = () =>
    enter(async () => {
      const zalo_access_token = await platform.zaloToken().catch(() => null);
      if (!zalo_access_token) throw new Refused(0, { type: "", title: t("zalo_silent"), status: 0 });
      return got(api.POST("/v1/auth/zalo", { body: { zalo_access_token } }));
    }, "citizen");
  const demo = (role: Role) => enter(() => got(api.POST("/v1/auth/demo", { body: { role } })), role);
  const askCode = async () => {
    wrong.value = /^(\+?84|0)\d{9}$/.test(clean(phone.value)) ? "" : t("need_phone");
    if (wrong.value || busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      challenge.value = await got(api.POST("/v1/auth/otp", { body: { phone: clean(phone.value) } }));
    } catch (error) {
      const failure = asFailure(error);
      problem.value = failure instanceof Refused ? (failure.problem.errors?.[0]?.message ?? failure.words) : t("offline");
    } finally {
      busy.value = false;
    }
  };
  const sendCode = () => {
    wrong.value = /^\d{6}$/.test(code.value.trim()) ? "" : t("need_code");
    const asked = challenge.value;
    if (wrong.value || !asked || busy.value) return;
    void enter(
      () => got(api.POST("/v1/auth/otp/verify", { body: { challenge_id: asked.challenge_id, code: code.value.trim() } })),
      "citizen",
    );
  };
  useEffect(() => {
    if (challenge.value) document.getElementById("otp")?.focus();
  }, [challenge.value]);

  const asked = challenge.value;
  return (
    <>
      <p class="box">
        <b>{t("signed_out")}.</b> {t("signed_out_hint")}
      </p>
      {problem.value && (
        <p class="box bad" role="alert">
          {problem.value}
        </p>
      )}
      {platform.name === "zalo" && (
        <button type="button" class="btn wide" aria-disabled={busy.value} onClick={() => void zalo()}>
          {busy.value ? t("zalo_busy") : t("zalo")}
        </button>
      )}
      <form
        class="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (asked) sendCode();
          else void askCode();
        }}
      >
        <h2>{t("phone_sign_in")}</h2>
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
                {t("enter")}
              </button>
              <button type="button" class="btn ghost" onClick={() => (challenge.value = null)}>
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
      {isDemo && <DemoRoles busy={busy.value} onRole={(role) => void demo(role)} />}
    </>
  );
}

function DemoRoles({ busy, onRole }: { busy: boolean; onRole: (role: Role) => void }) {
  return (
      <section class="card stack demo-roles" aria-labelledby="demo-title">
        <h2 id="demo-title">{t("demo_title")}</h2>
        <p class="hint">{t("demo_hint")}</p>
        <div class="actions">
          {ROLES.map((role) => (
            <button key={role} type="button" class="btn ghost" aria-disabled={busy} onClick={() => onRole(role)}>
              {t(`role_${role}`)}
            </button>
          ))}
        </div>
      </section>
  );
}
