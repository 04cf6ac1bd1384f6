/** Publishing a warning: choices first, three texts, one look at all of it, then out. Sending again is safe. */
import { useSignal } from "@preact/signals";
import { Refused, whyNotInFull } from "../../api/failure";
import { useRead } from "../../api/read";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Failed, Loading } from "../../ui/shown";
import { moment } from "../../ui/words";
import { CommunePicks } from "./commune-picks";
import { Only } from "../frame";
import { t } from "./words";
import { provincesOf } from "../provinces";
import type { AlertStatus, Certainty, HazardList, NewAlert, Urgency } from "../shapes";
import { askCommunes, askHazards, publish } from "../wire";

const HOURS = [3, 6, 12, 24, 48] as const;
const HOUR = 3_600_000;

interface Filling {
  id: string;
  status: AlertStatus;
  hazard: string | null;
  risk_level: string | null;
  urgency: Urgency;
  certainty: Certainty;
  communes: string[];
  hours: string;
  headline: string;
  description: string;
  instruction: string;
}

export const NewWarning: Screen = () => <Only roles={["officer"]}>{() => <Desk />}</Only>;

function Desk() {
  const province = provincesOf()[0] ?? "";
  const hazards = useRead("hazards", askHazards, { fresh: 86_400_000 });
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  const failure = hazards.failure ?? communes.failure;
  if (!hazards.data || !communes.data)
    return (
      <>
        <Head title={t("new_warning")} up="/cb/canh-bao" />
        {failure ? <Failed failure={failure} again={() => Promise.all([hazards.again(), communes.again()])} /> : <Loading />}
      </>
    );
  return <Form list={hazards.data} communes={communes.data} />;
}

function missing(now: Filling): Wrong[] {
  const wrong: Wrong[] = [];
  const need = (ok: unknown, id: string, message: string) => ok || wrong.push({ id, message });
  need(now.hazard, "hazard", t("need_hazard"));
  need(now.risk_level, "level", t("need_level"));
  need(now.communes.length, "communes", t("need_communes"));
  need(now.headline.trim(), "headline", t("need_headline"));
  need(now.description.trim(), "description", t("need_description"));
  need(now.instruction.trim(), "instruction", t("need_instruction"));
  return wrong;
}

function bodyOf(now: Filling, at: number): NewAlert {
  const text = (value: string) => value.normalize("NFC").trim();
  return {
    id: now.id,
    status: now.status,
    hazard: now.hazard ?? "",
    risk_level: Number(now.risk_level),
    urgency: now.urgency,
    certainty: now.certainty,
    headline: text(now.headline),
    description: text(now.description),
    instruction: text(now.instruction),
    commune_codes: now.communes,
    effective_at: new Date(at).toISOString(),
    expires_at: new Date(at + Number(now.hours) * HOUR).toISOString(),
  };
}

function Form({ list, communes }: { list: HazardList; communes: { code: string; name: string }[] }) {
  const filling = useSignal<Filling>({
    id: uuid7(), status: "actual", hazard: null, risk_level: null, urgency: "immediate", certainty: "likely",
    communes: [], hours: "12", headline: "", description: "", instruction: "",
  });
  const wrong = useSignal<Wrong[]>([]);
  /** The whole message as it will be sent, fixed when it was shown for the last look. */
  const last = useSignal<NewAlert | null>(null);
  const now = filling.value;
  const set = (part: Partial<Filling>) => {
    filling.value = { ...filling.value, ...part };
  };
  const of = (id: string) => wrongOf(wrong.value, id);
  if (last.value) return <LastLook body={last.value} list={list} communes={communes} onBack={() => (last.value = null)} />;
  const level = list.levels.find((one) => String(one.level) === now.risk_level);
  return (
    <form
      class="stack narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        wrong.value = missing(now);
        if (!wrong.value.length) {
          last.value = bodyOf(now, Date.now());
          scrollTo(0, 0);
        }
      }}
    >
      <Head title={t("new_warning")} up="/cb/canh-bao" />
      <Summary wrong={wrong.value} />
      <Chips
        name="status"
        legend={t("q_status")}
        hint={t(`st_${now.status}_hint`)}
        choices={(["actual", "exercise", "test"] as const).map((value) => ({ value, label: t(`st_${value}`) }))}
        value={now.status}
        onChoose={(status) => set({ status })}
      />
      <div class={of("hazard") ? "field bad" : "field"}>
        <label for="hazard">{t("q_hazard")}</label>
        {of("hazard") && (
          <p class="error" id="hazard-error">
            {of("hazard")}
          </p>
        )}
        <select id="hazard" value={now.hazard ?? ""} aria-describedby={of("hazard") ? "hazard-error" : undefined} onChange={(event) => set({ hazard: event.currentTarget.value || null })}>
          <option value="">–</option>
          {[...new Set(list.hazards.map((one) => one.group_name))].map((group) => (
            <optgroup key={group} label={group}>
              {list.hazards
                .filter((one) => one.group_name === group)
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.name}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      <Chips
        name="level"
        legend={t("q_level")}
        hint={level ? `${level.name}: ${level.meaning}` : undefined}
        choices={list.levels.map((one) => ({ value: String(one.level), label: t("w_level", { n: one.level }) }))}
        value={now.risk_level}
        error={of("level")}
        onChoose={(risk_level) => set({ risk_level })}
      />
      <CommunePicks communes={communes} chosen={now.communes} error={of("communes")} onChange={(chosen) => set({ communes: chosen })} />
      <Chips
        name="urgency"
        legend={t("q_urgency")}
        choices={(["immediate", "expected", "future"] as const).map((value) => ({ value, label: t(`u_${value}`) }))}
        value={now.urgency}
        onChoose={(urgency) => set({ urgency })}
      />
      <Chips
        name="certainty"
        legend={t("q_certainty")}
        choices={(["observed", "likely", "possible"] as const).map((value) => ({ value, label: t(`ce_${value}`) }))}
        value={now.certainty}
        onChoose={(certainty) => set({ certainty })}
      />
      <Chips name="hours" legend={t("q_until")} choices={HOURS.map((hours) => ({ value: String(hours), label: t(`h_${hours}`) }))} value={now.hours} onChoose={(hours) => set({ hours })} />
      <Field id="headline" label={t("q_headline")} hint={t("headline_hint")} value={now.headline} error={of("headline")} onInput={(headline) => set({ headline })} input={{ maxLength: 160 }} />
      <Field id="instruction" label={t("q_instruction")} hint={t("instruction_hint")} value={now.instruction} error={of("instruction")} onInput={(instruction) => set({ instruction })} lines={4} />
      <Field id="description" label={t("q_description")} value={now.description} error={of("description")} onInput={(description) => set({ description })} lines={4} />
      <button type="submit" class="btn wide">
        {t("check")}
      </button>
    </form>
  );
}

interface LastLookProps {
  body: NewAlert;
  list: HazardList;
  communes: { code: string; name: string }[];
  onBack: () => void;
}

function LastLook({ body, list, communes, onBack }: LastLookProps) {
  const trouble = useSignal("");
  const busy = useSignal(false);
  const names = communes.filter((one) => body.commune_codes.includes(one.code)).map((one) => one.name);
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const alert = await publish(body);
      say(t("published"));
      go(`/cb/canh-bao/${alert.id}`, true);
    } catch (error) {
      trouble.value = error instanceof Refused ? t("not_published", { why: whyNotInFull(error, "") }) : t("not_published_net");
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="stack narrow">
      <Head title={t("check_title")} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <section class="card stack-small">
        <p class="tags">
          <span class="pill bad">{t("w_level", { n: body.risk_level })}</span>
          <span class={body.status === "actual" ? "pill bad" : "pill wait"}>{t(`st_${body.status}`)}</span>
          <span class="pill">{list.hazards.find((one) => one.code === body.hazard)?.name}</span>
        </p>
        <h2>{body.headline}</h2>
        <p class="as-typed box bad">{body.instruction}</p>
        <p class="as-typed">{body.description}</p>
        <p>
          <b>{t("check_who")}:</b> {t("w_communes", { n: names.length })} ({names.join(", ")})
        </p>
        <p>
          <b>{t("check_when", { at: moment(body.expires_at) })}</b>
        </p>
        <p>{t(`st_${body.status}_hint`)}</p>
      </section>
      <div class="actions">
        <button type="button" class="btn" disabled={busy.value} onClick={() => void send()}>
          {t("publish_now")}
        </button>
        <button type="button" class="btn ghost" onClick={onBack}>
          {t("back_edit")}
        </button>
      </div>
    </div>
  );
}
