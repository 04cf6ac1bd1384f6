/** A new house, or one put right: a place, a way to call it, how many adults. Never a name. */
import { useSignal } from "@preact/signals";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { Stepper } from "../../ui/picks";
import { say } from "../../ui/say";
import type { Household } from "../fold";
import { Lost, Walking } from "../frame";
import { t } from "./words";
import { events, type Recorded } from "../queue";
import { add, correct, homeOf, team } from "../state";
import "./more.css";

export const NewHouse: Screen = ({ place }) => (
  <Walking>{() => <House old={events.value.find((row) => row.event_id === place.query.get("sua")) as Recorded<"household_added"> | undefined} />}</Walking>
);
export const EditHouse: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      return home ? <House home={home} fixes={place.query.get("sua")} /> : <Lost />;
    }}
  </Walking>
);

function House({ home, old, fixes = null }: { home?: Household; old?: Recorded<"household_added"> | undefined; fixes?: string | null }) {
  const hamlets = team.value?.hamlets ?? [];
  const reference = useSignal(home?.reference ?? old?.body.reference ?? "");
  const hamlet = useSignal<string | null>(home?.hamlet_id ?? old?.body.hamlet_id ?? (hamlets.length === 1 ? (hamlets[0]?.id ?? null) : null));
  const adults = useSignal<number | null>(home?.adults_total ?? old?.body.adults_total ?? null);
  const closed = useSignal(false);
  const wrong = useSignal<Wrong[]>([]);
  const failed = useSignal(false);

  const save = async () => {
    const called = reference.value.normalize("NFC").trim();
    wrong.value = [
      ...(called ? [] : [{ id: "reference", message: t("need_reference") }]),
      ...(hamlet.value ? [] : [{ id: "hamlet", message: t("need_hamlet") }]),
    ];
    const walking = team.value?.id;
    if (wrong.value.length || !walking || !hamlet.value) return;
    try {
      if (home) {
        const body = {
          team_id: walking,
          household_id: home.id,
          ...(called !== home.reference && { reference: called }),
          ...(adults.value !== home.adults_total && { adults_total: adults.value }),
          ...(closed.value && { closed: true }),
        };
        const said = { type: "household_changed" as const, body, household_id: home.id, title: t("e_household_changed", { reference: called }) };
        if (fixes) await correct(fixes, said, t("why_again"));
        else await add(said);
        go(closed.value ? "/tn/ho" : `/tn/ho/${home.id}`, true);
      } else {
        const household_id = old?.body.household_id ?? uuid7();
        const body = { team_id: walking, household_id, hamlet_id: hamlet.value, reference: called, adults_total: adults.value };
        const said = { type: "household_added" as const, body, household_id, title: t("e_household_added", { reference: called }) };
        if (old) await correct(old.event_id, said, t("why_again"));
        else await add(said);
        go(`/tn/ho/${household_id}`, true);
      }
      say(t("saved_simple"));
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
      <Head title={home ? t("edit_house") : t("new_house")} up={home ? `/tn/ho/${home.id}` : "/tn/ho"} />
      <Summary wrong={wrong.value} />
      {failed.value && (
        <p class="box bad" role="alert">
          {t("not_saved")}
        </p>
      )}
      {old?.reason && <p class="box bad">{old.reason}</p>}
      <Field
        id="reference"
        label={t("reference")}
        hint={t("reference_hint")}
        value={reference.value}
        error={wrongOf(wrong.value, "reference")}
        onInput={(value) => (reference.value = value)}
        input={{ maxLength: 80, autocomplete: "off" }}
      />
      {!home && (
        <Chips
          name="hamlet"
          legend={t("hamlet")}
          choices={hamlets.map(({ id, name }) => ({ value: id, label: name }))}
          value={hamlet.value}
          error={wrongOf(wrong.value, "hamlet")}
          onChoose={(value) => (hamlet.value = value)}
        />
      )}
      <Stepper
        id="adults"
        label={t("adults_total")}
        value={adults.value}
        none={t("unknown")}
        least={0}
        most={30}
        less={t("less")}
        more={t("one_more")}
        onChange={(value) => (adults.value = value)}
      />
      {home && <Tick label={t("house_closed")} checked={closed.value} onChange={(on) => (closed.value = on)} />}
      <button type="submit" class="btn wide">
        {t("save")}
      </button>
    </form>
  );
}
