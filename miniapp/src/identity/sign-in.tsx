/** Ways in: Zalo, phone and code anywhere, the province's account for staff, and the loudly marked demo people. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { useDemo } from "../api/demo";
import { Refused, whyNot } from "../api/failure";
import { keepSession, setMode, type Mode } from "../api/session";
import type { Role, Session } from "../api/types";
import { platform } from "../platform";
import { say } from "../ui/say";
import { words } from "../ui/words";
import { PhoneCode } from "./phone-code";
import { ProvinceDoor, ZaloDoor } from "./trips/doors";
import vi from "./vi.json";

const t = words(vi);
const ROLES: Role[] = ["citizen", "volunteer", "team_leader", "handler", "officer", "admin"];

function enter(session: Session, mode: Mode): void {
  keepSession(session);
  setMode(mode);
  say(t("welcome", { name: session.me.display_name || session.me.phone_masked || "" }));
  scrollTo(0, 0);
}

export function SignIn() {
  const problem = useSignal("");
  const busy = useSignal(false);
  const isDemo = useDemo();

  const tried = async (ask: () => Promise<Session>, mode: Mode) => {
    busy.value = true;
    problem.value = "";
    try {
      enter(await ask(), mode);
    } catch (error) {
      problem.value = whyNot(error, t("offline"));
    } finally {
      busy.value = false;
    }
  };
  const zalo = () =>
    tried(async () => {
      const zalo_access_token = await platform.zaloToken().catch(() => null);
      if (!zalo_access_token) throw new Refused(0, { type: "", title: t("zalo_silent"), status: 0 });
      return got(api.POST("/v1/auth/zalo", { body: { zalo_access_token } }));
    }, "citizen");
  const demo = (role: Role, second = false) => tried(() => got(api.POST("/v1/auth/demo", { body: { role, second } })), role === "team_leader" ? "volunteer" : role);

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
      <PhoneCode
        title={t("phone_sign_in")}
        send={t("enter")}
        prove={async (body) => enter(await got(api.POST("/v1/auth/otp/verify", { body })), "citizen")}
      />
      <ZaloDoor purpose="sign_in" />
      <ProvinceDoor purpose="sign_in" />
      {isDemo && <DemoRoles busy={busy.value} onRole={(role, second) => void demo(role, second)} />}
    </>
  );
}

function DemoRoles({ busy, onRole }: { busy: boolean; onRole: (role: Role, second?: boolean) => void }) {
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
          <button type="button" class="btn ghost" aria-disabled={busy} onClick={() => onRole("officer", true)}>
            {t("role_officer_2")}
          </button>
        </div>
      </section>
  );
}
