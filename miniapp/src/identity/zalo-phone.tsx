/** Inside Zalo: a tap shares the number Zalo knows. Only a token passes through here; the server opens it. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { Refused, whyNot } from "../api/failure";
import { setMe } from "../api/session";
import { platform } from "../platform";
import { say } from "../ui/say";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);

export function ZaloPhone() {
  const busy = useSignal(false);
  const problem = useSignal("");
  const taken = useSignal(false);
  const ask = platform.zaloPhone;
  if (!ask) return null;
  const share = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    taken.value = false;
    const tokens = await ask().catch(() => null);
    try {
      if (!tokens) throw new Refused(0, { type: "", title: t("zalo_phone_none"), status: 0 });
      const person = await got(api.POST("/v1/me/phone/zalo", { body: tokens }));
      setMe(person);
      say(t("zalo_phone_done", { phone: person.phone_masked ?? "" }));
    } catch (error) {
      // A token is good once: whatever went wrong, the next tap asks Zalo for a new one.
      problem.value = whyNot(error, t("offline"));
      taken.value = error instanceof Refused && error.slug === "phone-taken";
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="stack">
      <p class="hint">{t("zalo_phone_hint")}</p>
      {problem.value && (
        <p class="box bad" role="alert">
          {problem.value}
        </p>
      )}
      {taken.value && <a href="#/toi/noi">{t("zalo_phone_taken")}</a>}
      <button type="button" class="btn ghost" aria-disabled={busy.value} onClick={() => void share()}>
        {busy.value ? t("zalo_busy") : t("zalo_phone")}
      </button>
    </div>
  );
}
