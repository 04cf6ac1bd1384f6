/** The province's account is taken off this one: said what follows, asked once more, done. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { whyNot } from "../../api/failure";
import { setMe } from "../../api/session";
import { say } from "../../ui/say";
import { words } from "../../ui/words";
import common from "../vi.json";
import vi from "./vi.json";

const t = words(vi);
const said = words(common);

export function Unlink() {
  const asked = useSignal(false);
  const busy = useSignal(false);
  const problem = useSignal("");
  const unlink = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      setMe(await got(api.DELETE("/v1/me/province")));
      say(t("unlinked"));
    } catch (error) {
      problem.value = whyNot(error, said("offline"));
    } finally {
      busy.value = false;
    }
  };
  if (!asked.value)
    return (
      <button type="button" class="btn ghost wide" onClick={() => (asked.value = true)}>
        {t("unlink")}
      </button>
    );
  return (
    <section class="box wait stack" aria-labelledby="unlink">
      <h2 id="unlink">{t("unlink")}</h2>
      <p>{t("unlink_hint")}</p>
      {problem.value && (
        <p class="error" role="alert">
          {problem.value}
        </p>
      )}
      <div class="actions">
        <button type="button" class="btn danger" aria-disabled={busy.value} onClick={() => void unlink()}>
          {t("unlink_yes")}
        </button>
        <button type="button" class="btn ghost" onClick={() => (asked.value = false)}>
          {t("unlink_no")}
        </button>
      </div>
    </section>
  );
}
