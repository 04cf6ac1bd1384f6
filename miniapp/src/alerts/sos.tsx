/** C8: telephone first. Nothing here needs a network, and nothing claims to have told anybody. */
import { useSignal } from "@preact/signals";
import type { Screen } from "../main/router";
import { platform, type Spot } from "../platform";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import "./alerts.css";
import { EMERGENCY, HOTLINE } from "./numbers";
import vi from "./vi.json";

const t = words(vi);

const Sos: Screen = () => {
  const state = useSignal<"idle" | "asking" | "unknown">("idle");
  const spot = useSignal<Spot | null>(null);
  const find = async () => {
    state.value = "asking";
    try {
      spot.value = await platform.locate();
      state.value = "idle";
    } catch {
      state.value = "unknown";
    }
  };
  const found = spot.value;
  const accuracy = found?.accuracy_m ? { m: Math.max(1, Math.round(found.accuracy_m)) } : null;
  const values = found && { lat: found.lat.toFixed(5), lon: found.lon.toFixed(5), about: accuracy ? t("sms_about", accuracy) : "" };
  return (
    <div class="stack">
      <Head title={t("sos_title")} up="/" />
      <p>{t("sos_lead")}</p>
      <ul class="calls">
        {EMERGENCY.map(({ phone, word }) => (
          <li key={phone}>
            <a href={`tel:${phone}`}>
              <b>{phone}</b>
              {t(word)}
            </a>
          </li>
        ))}
        <li>
          <a class="calm" href={`tel:${HOTLINE}`}>
            <Icon name="phone" />
            <span>
              {t("line")}
              <br />
              {HOTLINE}
            </span>
          </a>
        </li>
      </ul>
      <section class="card stack" aria-labelledby="my-place">
        <h2 id="my-place">{t("my_place")}</h2>
        <div role="status">
          {values ? (
            <>
              <p>{t("read_out")}</p>
              <p class="where">
                {values.lat}, {values.lon}
              </p>
              {accuracy && <p class="muted">{t("accuracy", accuracy)}</p>}
            </>
          ) : (
            <p class="muted">{t(state.value === "asking" ? "finding" : state.value === "unknown" ? "no_place" : "not_sent")}</p>
          )}
        </div>
        <div class="actions">
          <button type="button" class="btn ghost" onClick={() => void find()} disabled={state.value === "asking"}>
            <Icon name="target" />
            {t("find")}
          </button>
          {values && (
            <a class="btn" href={`sms:?&body=${encodeURIComponent(t("sms_body", values))}`}>
              {t("sms")}
            </a>
          )}
        </div>
      </section>
      <section aria-labelledby="while">
        <h2 id="while">{t("while_waiting")}</h2>
        <ul class="dots">
          <li>{t("wait_1")}</li>
          <li>{t("wait_2")}</li>
          <li>{t("wait_3")}</li>
        </ul>
      </section>
    </div>
  );
};

export default Sos;
