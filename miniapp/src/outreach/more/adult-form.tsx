/** An adult who agreed to be on the list, or one put right, gone, or withdrawn. */
import { useSignal } from "@preact/signals";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { isoDay } from "../../ui/words";
import type { Adult, Household } from "../fold";
import { Lost, Walking } from "../frame";
import { t } from "./words";
import { events, type Recorded } from "../queue";
import type { AdultChanged, Sex } from "../shapes";
import { add, correct, homeOf, team } from "../state";

const LABELS = (["grandfather", "grandmother", "uncle", "aunt", "brother", "sister", "son", "daughter", "wife", "husband"] as const).map((who) => t(`l_${who}`));
const OTHER = "…";
/** Middle ages of the bands: a year of birth is only a guess, and is said to be one. */
const AGES = { age_18: 24, age_30: 37, age_45: 52, age_60: 66, age_75: 80 } as const;
type Age = keyof typeof AGES;
const SEXES: Sex[] = ["female", "male", "other"];
type Leaving = "stays" | "moved" | "died" | "other" | "withdraw";

export const NewAdult: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      const old = events.value.find((row) => row.event_id === place.query.get("sua")) as Recorded<"adult_added"> | undefined;
      return home ? <Person home={home} old={old} /> : <Lost />;
    }}
  </Walking>
);
export const EditAdult: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      const adult = home?.adults.find((one) => one.id === place.params["adult"]);
      return home && adult ? <Person home={home} adult={adult} fixes={place.query.get("sua")} /> : <Lost />;
    }}
  </Walking>
);

function bandOf(birth_year: number | null | undefined): Age | null {
  if (!birth_year) return null;
  const age = new Date().getFullYear() - birth_year;
  return age >= 75 ? "age_75" : age >= 60 ? "age_60" : age >= 45 ? "age_45" : age >= 30 ? "age_30" : "age_18";
}

interface Props {
  home: Household;
  adult?: Adult;
  old?: Recorded<"adult_added"> | undefined;
  fixes?: string | null;
}

function Person({ home, adult, old, fixes = null }: Props) {
  const first = adult?.label ?? old?.body.label ?? "";
  const label = useSignal(first);
  const typed = useSignal(first !== "" && !LABELS.includes(first));
  const sex = useSignal<Sex | null>((adult?.sex as Sex | null | undefined) ?? old?.body.sex ?? null);
  const band = bandOf(adult?.birth_year ?? old?.body.birth_year);
  const age = useSignal<Age | null>(band);
  const consent = useSignal(adult !== undefined);
  const leaving = useSignal<Leaving>("stays");
  const wrong = useSignal<Wrong[]>([]);
  const failed = useSignal(false);

  const save = async () => {
    const called = label.value.normalize("NFC").trim();
    wrong.value = [
      ...(called ? [] : [{ id: "label", message: t("need_label") }]),
      ...(consent.value ? [] : [{ id: "consent", message: t("need_adult_consent") }]),
    ];
    const walking = team.value?.id;
    if (wrong.value.length || !walking) return;
    const birth_year = age.value === null ? null : age.value === band && adult?.birth_year ? adult.birth_year : new Date().getFullYear() - AGES[age.value];
    try {
      if (adult) {
        const body: AdultChanged = { team_id: walking, adult_id: adult.id };
        if (leaving.value !== "stays") Object.assign(body, { left_on: isoDay(), left_reason: leaving.value });
        else {
          if (called !== adult.label) body.label = called;
          if (sex.value !== adult.sex) body.sex = sex.value;
          if (birth_year !== adult.birth_year) body.birth_year = birth_year;
        }
        const said = { type: "adult_changed" as const, body, household_id: home.id, title: t("e_adult_changed", { reference: home.reference }) };
        // A yes taken back is a word of its own: it clears the server, the files and every phone.
        const withdrawn = { ...said, type: "consent_withdrawn" as const, body: { team_id: walking, adult_id: adult.id, scope: "person" as const } };
        if (leaving.value === "withdraw") await add(withdrawn);
        else if (fixes) await correct(fixes, said, t("why_again"));
        else await add(said);
      } else {
        const adult_id = old?.body.adult_id ?? uuid7();
        const body = { team_id: walking, adult_id, household_id: home.id, label: called, consent: true, birth_year, sex: sex.value };
        const said = { type: "adult_added" as const, body, household_id: home.id, title: t("e_adult_added", { reference: home.reference }) };
        if (old) await correct(old.event_id, said, t("why_again"));
        else await add(said);
      }
      say(t("saved_simple"));
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
      <Head title={adult ? adult.label : t("add_adult")} up={`/tn/ho/${home.id}`} />
      <Summary wrong={wrong.value} />
      {failed.value && (
        <p class="box bad" role="alert">
          {t("not_saved")}
        </p>
      )}
      {old?.reason && <p class="box bad">{old.reason}</p>}
      <Chips
        name="label"
        legend={t("label")}
        hint={t("label_hint")}
        choices={[...LABELS.map((value) => ({ value, label: value })), { value: OTHER, label: t("other_label") }]}
        value={typed.value ? OTHER : label.value}
        error={wrongOf(wrong.value, "label")}
        onChoose={(value) => {
          typed.value = value === OTHER;
          label.value = typed.value ? "" : value;
        }}
      />
      {typed.value && (
        <Field id="label-typed" label={t("other_label")} value={label.value} onInput={(value) => (label.value = value)} input={{ maxLength: 60, autocomplete: "off" }} />
      )}
      <Chips name="sex" legend={t("sex")} choices={SEXES.map((value) => ({ value, label: t(value) }))} value={sex.value} onChoose={(value) => (sex.value = value)} />
      <Chips
        name="age"
        legend={t("age")}
        choices={(Object.keys(AGES) as Age[]).map((value) => ({ value, label: t(value) }))}
        value={age.value}
        onChoose={(value) => (age.value = value)}
      />
      {adult ? (
        <Chips
          name="leaving"
          legend={t("adult_left")}
          choices={[
            { value: "stays", label: t("stays") },
            { value: "moved", label: t("left_moved") },
            { value: "died", label: t("left_died") },
            { value: "other", label: t("left_other") },
            { value: "withdraw", label: t("withdraw") },
          ]}
          value={leaving.value}
          onChoose={(value) => (leaving.value = value)}
        />
      ) : (
        <div id="consent" tabIndex={-1}>
          {wrongOf(wrong.value, "consent") && <p class="error">{wrongOf(wrong.value, "consent")}</p>}
          <Tick label={t("adult_consent")} checked={consent.value} onChange={(on) => (consent.value = on)} />
        </div>
      )}
      <button type="submit" class="btn wide">
        {t("save")}
      </button>
    </form>
  );
}
