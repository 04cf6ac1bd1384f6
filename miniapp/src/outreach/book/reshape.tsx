/** A household that splits or moves, an adult who lives elsewhere, or two entries of one person. Works without a network. */
import { useSignal } from "@preact/signals";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { Picks } from "../../ui/picks";
import { say } from "../../ui/say";
import { isoDay } from "../../ui/words";
import type { Household } from "../fold";
import { Lost, personWords, Walking } from "../frame";
import { add, homes, homeOf, team } from "../state";
import { events } from "./said";
import { t } from "./words";

export const WAYS = ["split", "moved", "temporary", "back", "house", "same"] as const;
export type Way = (typeof WAYS)[number];

const Reshape: Screen = ({ place }) => (
  <Walking>
    {() => {
      const id = place.params["id"] ?? "";
      const home = homeOf(id);
      return home ? <Form key={id} home={home} /> : <Lost id={id} />;
    }}
  </Walking>
);

function Form({ home }: { home: Household }) {
  const hamlets = team.value?.hamlets ?? [];
  const way = useSignal<Way>("split");
  const people = useSignal<string[]>([]);
  const reference = useSignal("");
  const hamlet = useSignal(home.hamlet_id);
  const other = useSignal<string | null>(null);
  const on = useSignal(isoDay());
  const wrong = useSignal<Wrong[]>([]);
  const failed = useSignal(false);
  const neighbours = homes.value.filter((one) => one.id !== home.id);

  const save = async () => {
    const said = {
      way: way.value, home, people: people.value, reference: reference.value.normalize("NFC").trim(), hamlet: hamlet.value,
      other: other.value ?? "", on: on.value,
    };
    wrong.value = lacking(said);
    if (wrong.value.length || !team.value) return;
    try {
      for (const event of events(said, team.value.id, uuid7)) await add(event);
      say(t("saved"));
      go(`/tn/ho/${home.id}`, true);
    } catch {
      failed.value = true;
    }
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Head title={t("reshape")} up={`/tn/ho/${home.id}/so`} />
      <p>
        <b>{home.reference}</b>
      </p>
      <Summary wrong={wrong.value} />
      {failed.value && (
        <p class="box bad" role="alert">
          {t("not_saved")}
        </p>
      )}
      <Chips
        name="way"
        legend={t("what")}
        hint={t(`hint_${way.value}`)}
        value={way.value}
        onChoose={(value) => (way.value = value)}
        choices={WAYS.map((value) => ({ value, label: t(`way_${value}`) }))}
      />
      {way.value !== "house" && (
        <Picks
          name="people"
          legend={t(way.value === "same" ? "who_two" : "who")}
          values={people.value}
          error={wrongOf(wrong.value, "people")}
          onChange={(values) => (people.value = values)}
          choices={home.adults.map((one) => ({ value: one.id, label: personWords(one) }))}
        />
      )}
      {way.value === "split" && (
        <Field
          id="reference"
          label={t("new_reference")}
          hint={t("reference_hint")}
          value={reference.value}
          error={wrongOf(wrong.value, "reference")}
          onInput={(value) => (reference.value = value)}
          input={{ maxLength: 80, autocomplete: "off" }}
        />
      )}
      {(way.value === "split" || way.value === "house") && (
        <Chips
          name="hamlet"
          legend={t("hamlet")}
          value={hamlet.value}
          error={wrongOf(wrong.value, "hamlet")}
          onChoose={(value) => (hamlet.value = value)}
          choices={hamlets.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {(way.value === "moved" || way.value === "temporary") && (
        <div class={wrongOf(wrong.value, "other") ? "field bad" : "field"}>
          <label for="other">{t("to_house")}</label>
          {wrongOf(wrong.value, "other") && <p class="error">{wrongOf(wrong.value, "other")}</p>}
          <select id="other" value={other.value ?? ""} onChange={(event) => (other.value = event.currentTarget.value)}>
            <option value="">{t("choose")}</option>
            {neighbours.map((one) => (
              <option key={one.id} value={one.id}>{`${one.reference}, ${one.hamlet}`}</option>
            ))}
          </select>
        </div>
      )}
      {way.value !== "same" && (
        <Field id="on" label={t("since")} value={on.value} error={wrongOf(wrong.value, "on")} onInput={(value) => (on.value = value)} input={{ type: "date", max: isoDay() }} />
      )}
      <button type="submit" class="btn wide">
        {t("save")}
      </button>
    </form>
  );
}

function lacking({ way, home, people, reference, hamlet, other, on }: { way: Way; home: Household; people: string[]; reference: string; hamlet: string; other: string; on: string }): Wrong[] {
  const few = way === "same" ? people.length !== 2 : way !== "house" && people.length === 0;
  return [
    ...(few ? [{ id: "people", message: t(way === "same" ? "need_two" : "need_people") }] : []),
    ...(way === "split" && !reference ? [{ id: "reference", message: t("need_reference") }] : []),
    ...(way === "house" && hamlet === home.hamlet_id ? [{ id: "hamlet", message: t("need_hamlet") }] : []),
    ...((way === "moved" || way === "temporary") && !other ? [{ id: "other", message: t("need_house") }] : []),
    ...(way !== "same" && (!on || on > isoDay()) ? [{ id: "on", message: t("need_day") }] : []),
  ];
}

export default Reshape;
