/** What a rescuer must know: who, where, what is happening and whether it gets worse, what help. Nothing is compulsory. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { platform, type Spot } from "../platform";
import { Chips, Field, Tick } from "../ui/form";
import { Icon } from "../ui/icon";
import { Picks, Stepper } from "../ui/picks";
import { cleanPhone, words } from "../ui/words";
import { callForHelp } from "./calling";
import type { Call, Help, What } from "./compact";
import { lastPhone } from "./mine";
import { isShortLink, readPlace } from "./place";
import { smsLink } from "./texting";
import vi from "./vi.json";

const t = words(vi);
const WHATS: What[] = ["flood", "roof", "swept", "slide", "stuck", "ill", "fire", "other"];
const HELPS: Help[] = ["boat", "doctor", "move", "food"];
const WEAK = ["c", "o", "i", "p", "d"] as const;
const GOOD_M = 100;

export function Form({ id, onSent }: { id: string; onSent: () => void }) {
  const whom = useSignal<"me" | "other">("me");
  const spot = useSignal<Spot | null>(null);
  const finding = useSignal<"idle" | "asking" | "unknown">("idle");
  const place = useSignal("");
  const what = useSignal<What | null>(null);
  const worse = useSignal(false);
  const people = useSignal<number | null>(null);
  const weak = useSignal<(typeof WEAK)[number][]>([]);
  const help = useSignal<Help | null>(null);
  const phone = useSignal("");
  const victim = useSignal("");
  const text = useSignal("");
  useEffect(() => {
    void lastPhone().then((known) => (phone.value ||= known));
  }, []);

  const find = async () => {
    finding.value = "asking";
    try {
      spot.value = await platform.locate();
      finding.value = "idle";
    } catch {
      finding.value = "unknown";
    }
  };
  const call = (): Call => {
    const at = whom.value === "me" ? spot.value : null;
    return {
      id,
      ...(at && { lat: at.lat, lon: at.lon, ...(at.accuracy_m && { acc_m: at.accuracy_m }) }),
      ...(what.value && { what: what.value }),
      ...(help.value && { help: help.value }),
      ...(people.value && { people: people.value }),
      worse: worse.value,
      weak: weak.value.join(""),
      place: place.value.normalize("NFC").trim(),
      phone: cleanPhone(phone.value),
      text: text.value.normalize("NFC").trim(),
      ...(whom.value === "other" && { victim: victim.value.normalize("NFC").trim() }),
    };
  };
  const send = () => {
    const told = call();
    void callForHelp(told);
    // Nobody waits for a satellite: the call goes now, and again with the position when there is one.
    if (whom.value === "me" && !spot.value && !place.value.trim())
      void platform.locate().then((at) => callForHelp({ ...told, lat: at.lat, lon: at.lon, ...(at.accuracy_m && { acc_m: at.accuracy_m }) }), () => undefined);
    onSent();
  };

  return (
    <form
      class="card stack"
      aria-labelledby="sos-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <div>
        <h2 id="sos-form">{t("form_title")}</h2>
        <p class="muted">{t("form_hint")}</p>
      </div>
      <Chips name="whom" legend={t("whom")} value={whom.value} onChoose={(value) => (whom.value = value)} choices={[{ value: "me", label: t("whom_me") }, { value: "other", label: t("whom_other") }]} />
      <fieldset class="field stack-small">
        <legend>{t(whom.value === "me" ? "where_me" : "where_other")}</legend>
        {whom.value === "me" && (
          <>
            <button type="button" class="btn ghost wide" disabled={finding.value === "asking"} onClick={() => void find()}>
              <Icon name="target" />
              {t(finding.value === "asking" ? "finding" : "find")}
            </button>
            <p role="status" class={spot.value ? "state ok" : "muted"}>
              <Where spot={spot.value} unknown={finding.value === "unknown"} />
            </p>
          </>
        )}
        <Field id="place" label={t("place")} hint={t("place_hint")} optional lines={2} value={place.value} onInput={(value) => (place.value = value)} />
        <p role="status" class="muted">
          <Read text={place.value} />
        </p>
      </fieldset>
      <Chips name="what" legend={t("what")} value={what.value} onChoose={(value) => (what.value = value)} choices={WHATS.map((value) => ({ value, label: t(`what_${value}`) }))} />
      <Tick label={t("worse")} checked={worse.value} onChange={(on) => (worse.value = on)} />
      <Stepper id="people" label={t("people")} value={people.value} none={t("people_unknown")} least={1} most={200} less={t("less")} more={t("more")} onChange={(value) => (people.value = value)} />
      <Picks name="weak" legend={t("weak")} values={weak.value} onChange={(values) => (weak.value = WEAK.filter((one) => values.includes(one)))} choices={WEAK.map((value) => ({ value, label: t(`weak_${value}`) }))} />
      <Chips name="help" legend={t("help")} value={help.value} onChoose={(value) => (help.value = value)} choices={HELPS.map((value) => ({ value, label: t(`help_${value}`) }))} />
      {whom.value === "other" && <Field id="victim" label={t("victim")} hint={t("victim_hint")} optional value={victim.value} onInput={(value) => (victim.value = value)} />}
      <Field id="phone" label={t("phone")} hint={t("phone_hint")} optional value={phone.value} onInput={(value) => (phone.value = value)} input={{ inputMode: "tel", autocomplete: "tel" }} />
      <Field id="text" label={t("text")} optional lines={2} value={text.value} onInput={(value) => (text.value = value)} />
      <button type="submit" class="btn wide sos-send">
        {t("send")}
      </button>
      <a class="btn ghost wide" href={smsLink(call())}>
        {t("by_sms")}
      </a>
      <p class="muted">{t("privacy")}</p>
    </form>
  );
}

function Where({ spot, unknown }: { spot: Spot | null; unknown: boolean }) {
  if (!spot) return <>{t(unknown ? "no_place" : "not_asked")}</>;
  const at = { lat: spot.lat.toFixed(5), lon: spot.lon.toFixed(5), m: spot.accuracy_m ? Math.round(spot.accuracy_m) : "?" };
  return <>{t(spot.accuracy_m && spot.accuracy_m > GOOD_M ? "found_rough" : "found", at)}</>;
}

/** What was read out of a pasted link, so that a mistake shows before it is sent. */
function Read({ text }: { text: string }) {
  if (!text.trim()) return null;
  const found = readPlace(text);
  if (found) return <>{t("read_as", { lat: found.lat.toFixed(5), lon: found.lon.toFixed(5) })}</>;
  return <>{t(isShortLink(text) ? "short_link" : "as_words")}</>;
}
