/** Danger to life: 112 first, largest and without a network; then a call of 200 bytes. Nobody signs in here. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { HOTLINE } from "../alerts/numbers";
import type { Screen } from "../main/router";
import { uuid7 } from "../offline/uuid7";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import { Followed } from "./followed";
import { Form } from "./form";
import { loadMine, mine } from "./mine";
import "./rescue.css";
import vi from "./vi.json";

const t = words(vi);
const OTHERS = [
  { phone: "114", word: "fire" },
  { phone: "113", word: "police" },
  { phone: "115", word: "ambulance" },
] as const;

const Sos: Screen = () => {
  /** The form's call; a fresh one after "another". */
  const id = useSignal(uuid7());
  const asking = useSignal(false);
  useEffect(() => void loadMine(), []);
  const sent = mine.value;
  return (
    <div class="stack sos-screen">
      <Head title={t("title")} up="/" />
      <a class="call-112" href="tel:112">
        <b>112</b>
        <span>{t("call_112")}</span>
      </a>
      <p class="muted center">{t("call_hint")}</p>
      {sent.map((one) => (
        <Followed key={one.call.id} one={one} />
      ))}
      {sent.length > 0 && !asking.value ? (
        <button type="button" class="btn ghost wide" onClick={() => (asking.value = true)}>
          {t("another")}
        </button>
      ) : (
        <Form
          key={id.value}
          id={id.value}
          onSent={() => {
            id.value = uuid7();
            asking.value = false;
            scrollTo(0, 0);
          }}
        />
      )}
      <section aria-labelledby="others">
        <h2 id="others">{t("others")}</h2>
        <ul class="calls">
          {OTHERS.map(({ phone, word }) => (
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
