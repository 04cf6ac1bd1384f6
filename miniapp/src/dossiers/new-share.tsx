/** A new request to follow for somebody: whose, why, and how they say yes; nothing is ticked beforehand. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../ui/form";
import { say } from "../ui/say";
import { isoDay, words } from "../ui/words";
import { HOWS, type NewShare, PURPOSES, RELATIONS } from "./shapes";
import "./dossiers.css";
import vi from "./vi.json";

const t = words(vi);

export function NewShareForm({ texts, version, onMade }: { texts: Record<string, string>; version: string; onMade: () => void }) {
  const code = useSignal("");
  const last4 = useSignal("");
  const relation = useSignal<NewShare["relation"] | null>(null);
  const purpose = useSignal<NewShare["purpose"] | null>(null);
  const how = useSignal<NewShare["how"] | null>(null);
  const phone = useSignal("");
  const givenOn = useSignal("");
  const sworn = useSignal(false);
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const demo = useSignal("");
  const busy = useSignal(false);
  const inPerson = how.value === "spoken" || how.value === "written";
  const withPhone = how.value === "code" || inPerson;

  const check = (): Wrong[] => {
    const found: Wrong[] = [];
    if (!code.value.trim()) found.push({ id: "code", message: t("need_code") });
    if (!/^\d{4}$/.test(last4.value.trim())) found.push({ id: "last4", message: t("need_last4") });
    if (!relation.value) found.push({ id: "relation", message: t("need_relation") });
    if (!purpose.value) found.push({ id: "purpose", message: t("need_purpose") });
    if (!how.value) found.push({ id: "how", message: t("need_how") });
    if (how.value === "code" && !phone.value.trim()) found.push({ id: "owner-phone", message: t("need_owner_phone") });
    if (inPerson && !givenOn.value) found.push({ id: "given-on", message: t("need_given_on") });
    if (how.value && !sworn.value) found.push({ id: "sworn", message: t("need_sworn") });
    return found;
  };

  const send = async () => {
    if (busy.value) return;
    wrong.value = check();
    if (wrong.value.length || !relation.value || !purpose.value || !how.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const made = await got(
        api.POST("/v1/me/dossier-shares", {
          body: {
            code: code.value.trim(),
            phone_last4: last4.value.trim(),
            relation: relation.value,
            purpose: purpose.value,
            how: how.value,
            text_version: version,
            ...(inPerson && { given_on: givenOn.value }),
            ...(withPhone && phone.value.trim() && { owner_phone: phone.value.trim() }),
          },
        }),
      );
      demo.value = made.demo_code ?? "";
      say(t(made.state === "granted" ? "now_following" : "request_sent"));
      code.value = last4.value = phone.value = givenOn.value = "";
      how.value = null;
      sworn.value = false;
      onMade();
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = false;
    }
  };

  return (
    <form
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{t("new_share")}</h2>
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {demo.value && <p class="box wait">{t("demo_code", { code: demo.value })}</p>}
      <Field id="code" label={t("code")} hint={t("code_hint")} error={wrongOf(wrong.value, "code")} value={code.value} onInput={(value) => (code.value = value)} input={{ autocomplete: "off", autocapitalize: "characters", spellcheck: false }} />
      <Field id="last4" label={t("last4_owner")} hint={t("last4_owner_hint")} error={wrongOf(wrong.value, "last4")} value={last4.value} onInput={(value) => (last4.value = value)} input={{ inputMode: "numeric", maxLength: 4, autocomplete: "off", size: 4 }} />
      <Chips name="relation" legend={t("relation")} choices={RELATIONS.map((value) => ({ value, label: t(`for_${value}`) }))} value={relation.value} onChoose={(value) => (relation.value = value)} error={wrongOf(wrong.value, "relation")} />
      <Chips name="purpose" legend={t("purpose")} choices={PURPOSES.map((value) => ({ value, label: t(`purpose_${value}`) }))} value={purpose.value} onChoose={(value) => (purpose.value = value)} error={wrongOf(wrong.value, "purpose")} />
      <Chips
        name="how"
        legend={t("how")}
        choices={HOWS.map((value) => ({ value, label: t(`how_${value}`) }))}
        value={how.value}
        onChoose={(value) => {
          how.value = value;
          sworn.value = false;
          if (value === "spoken" || value === "written") givenOn.value ||= isoDay();
        }}
        error={wrongOf(wrong.value, "how")}
      />
      {inPerson && <Field id="given-on" label={t("given_on")} error={wrongOf(wrong.value, "given-on")} value={givenOn.value} onInput={(value) => (givenOn.value = value)} input={{ type: "date", max: isoDay() }} />}
      {withPhone && (
        <Field
          id="owner-phone"
          label={t("owner_phone")}
          hint={t(inPerson ? "owner_phone_told" : "owner_phone_code")}
          optional={inPerson}
          error={wrongOf(wrong.value, "owner-phone")}
          value={phone.value}
          onInput={(value) => (phone.value = value)}
          input={{ type: "tel", inputMode: "tel", autocomplete: "off" }}
        />
      )}
      {how.value && (
        <div id="sworn" tabIndex={-1} class="sworn">
          {wrongOf(wrong.value, "sworn") && <p class="error">{wrongOf(wrong.value, "sworn")}</p>}
          <Tick label={texts[how.value] ?? ""} checked={sworn.value} onChange={(on) => (sworn.value = on)} />
        </div>
      )}
      <button type="submit" class="btn wide" aria-disabled={busy.value}>
        {busy.value ? t("sending") : t(inPerson ? "record_yes" : "send_request")}
      </button>
    </form>
  );
}
