/** Writing a warning, or a new version of one: choices first, three texts, one look at all of it, then out. */
import { useSignal } from "@preact/signals";
import { Refused, whyNotInFull } from "../../api/failure";
import { useRead } from "../../api/read";
import { go, type Screen } from "../../main/router";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Failed, Loading } from "../../ui/shown";
import { moment } from "../../ui/words";
import { Only } from "../gate/gate";
import { provincesOf } from "../provinces";
import type { HazardList } from "../shapes";
import { askAlert, askCommunes, askHazards } from "../wire";
import { askDraft, saveDraft } from "./wire";
import { AreaChoice } from "./area-choice";
import { CommunePicks } from "./picks/commune-picks";
import { after, blank, contentOf, type Filling, fromDraft, HOURS, missing } from "./filling";
import { LastLook } from "./last-look";
import { t } from "./words";

export const NewWarning: Screen = ({ place }) => <Only roles={["officer"]}>{() => <Desk query={place.query} />}</Only>;

function Desk({ query }: { query: URLSearchParams }) {
  const province = provincesOf()[0] ?? "";
  const draft_id = query.get("thao") ?? "";
  const old_id = query.get("thay") ?? "";
  const hazards = useRead("hazards", askHazards, { fresh: 86_400_000 });
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  const draft = useRead(draft_id ? `me:alert-draft:${draft_id}` : null, () => askDraft(draft_id), { kept: false });
  const old = useRead(old_id ? `me:staff-alert:${old_id}` : null, () => askAlert(old_id), { kept: false });
  const failure = hazards.failure ?? communes.failure ?? draft.failure ?? old.failure;
  if (!hazards.data || !communes.data || (draft_id && (!draft.data || draft.busy)) || (old_id && !old.data))
    return (
      <>
        <Head title={t("new_warning")} up="/cb/canh-bao" />
        {failure ? <Failed failure={failure} again={() => Promise.all([hazards.again(), communes.again(), draft.again(), old.again()])} /> : <Loading />}
      </>
    );
  const start = draft.data ? fromDraft(draft_id, draft.data.version, draft.data.content) : old.data ? after(old.data) : blank();
  return <Form key={draft_id + old_id} start={start} note={draft.data?.note ?? ""} province={province} list={hazards.data} communes={communes.data} />;
}

interface FormProps {
  start: Filling;
  /** Why a machine proposed it. */
  note: string;
  province: string;
  list: HazardList;
  communes: { code: string; name: string }[];
}

function Form({ start, note, province, list, communes }: FormProps) {
  const filling = useSignal<Filling>(start);
  const wrong = useSignal<Wrong[]>([]);
  /** The whole message as it will be sent, fixed when it was shown for the last look. */
  const last = useSignal<Filling | null>(null);
  const trouble = useSignal("");
  const now = filling.value;
  const set = (part: Partial<Filling>) => {
    filling.value = { ...filling.value, ...part };
  };
  const of = (id: string) => wrongOf(wrong.value, id);
  const keep = async () => {
    try {
      const kept = await saveDraft(now.id, contentOf(now, Date.now()), now.version);
      say(t("draft_kept"));
      go(`/cb/canh-bao/thao/${kept.id}`, true);
    } catch (error) {
      trouble.value = error instanceof Refused ? whyNotInFull(error, "") : t("not_kept_net");
      scrollTo(0, 0);
    }
  };
  if (last.value) return <LastLook now={last.value} list={list} communes={communes} onBack={() => (last.value = null)} />;
  const level = list.levels.find((one) => String(one.level) === now.risk_level);
  return (
    <form
      class="stack narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        wrong.value = missing(now);
        if (!wrong.value.length) {
          last.value = now;
          scrollTo(0, 0);
        }
      }}
    >
      <Head title={t(now.replaces ? "new_version" : "new_warning")} up="/cb/canh-bao" />
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {note && <p class="box as-typed">{note}</p>}
      <Chips
        name="status"
        legend={t("q_status")}
        hint={t(`st_${now.status}_hint`)}
        choices={(now.replaces ? [now.status] : (["actual", "exercise", "test"] as const)).map((value) => ({ value, label: t(`st_${value}`) }))}
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
        hint={level ? `${level.name}: ${level.meaning} (${level.colour_name.toLowerCase()}). ${level.needs_second_person ? t("second_needed") : ""}` : undefined}
        choices={list.levels.map((one) => ({ value: String(one.level), label: t("w_level", { n: one.level }) }))}
        value={now.risk_level}
        error={of("level")}
        onChoose={(risk_level) => set({ risk_level })}
      />
      <AreaChoice province={province} now={now} set={set} />
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
      <Chips name="hours" legend={t("q_until")} hint={now.until && !now.hours ? t("until_now", { at: moment(now.until) }) : undefined} error={of("hours")} choices={HOURS.map((hours) => ({ value: String(hours), label: t(`h_${hours}`) }))} value={now.hours} onChoose={(hours) => set({ hours })} />
      <Field id="headline" label={t("q_headline")} hint={t("headline_hint")} value={now.headline} error={of("headline")} onInput={(headline) => set({ headline })} input={{ maxLength: 160 }} />
      <Field id="instruction" label={t("q_instruction")} hint={t("instruction_hint")} value={now.instruction} error={of("instruction")} onInput={(instruction) => set({ instruction })} lines={4} />
      <Field id="description" label={t("q_description")} value={now.description} error={of("description")} onInput={(description) => set({ description })} lines={4} />
      <Field id="river_alarm" label={t("q_river_alarm")} hint={t("river_alarm_hint")} optional value={now.river_alarm} onInput={(river_alarm) => set({ river_alarm })} input={{ maxLength: 160 }} />
      <div class="actions">
        <button type="submit" class="btn">
          {t("check")}
        </button>
        <button type="button" class="btn ghost" onClick={() => void keep()}>
          {t("keep_draft")}
        </button>
      </div>
    </form>
  );
}
