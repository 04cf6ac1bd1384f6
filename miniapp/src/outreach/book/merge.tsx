/** Two entries of one household become one: which stays, who is whom, and that only these people move. */
import { useSignal } from "@preact/signals";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import type { Household } from "../fold";
import { Lost, personWords, Walking } from "../frame";
import { add, homes, homeOf, team } from "../state";
import { Act, Missing } from "../walk/act";
import { leads } from "./leads";
import { t } from "./merging";

const MOVES = "moves";
const plain = (text: string): string => text.normalize("NFC").trim().toLocaleLowerCase("vi");

const Merge: Screen = ({ place }) => (
  <Walking>
    {() => {
      const id = place.params["id"] ?? "";
      const home = homeOf(id);
      return home ? <Both key={id} home={home} first={place.query.get("voi")} /> : <Lost id={id} />;
    }}
  </Walking>
);

function Both({ home, first }: { home: Household; first: string | null }) {
  const chosen = useSignal(first ?? "");
  const loser = homes.value.find((one) => one.id === chosen.value && one.id !== home.id);
  const near = homes.value.filter((one) => one.id !== home.id && one.hamlet_id === home.hamlet_id);
  return (
    <div class="stack">
      <Head title={t("merge")} up={`/tn/ho/${home.id}/so`} />
      <p class="muted">{t("merge_hint")}</p>
      <p class="box">{t("stays", { reference: home.reference })}</p>
      <div class="field">
        <label for="loser">{t("vanishes")}</label>
        <select id="loser" value={chosen.value} onChange={(event) => (chosen.value = event.currentTarget.value)}>
          <option value="">{t("choose")}</option>
          {near.map((one) => (
            <option key={one.id} value={one.id}>
              {one.reference}
            </option>
          ))}
        </select>
      </div>
      {!leads() && <p class="box wait">{t("merge_leader")}</p>}
      {leads() && loser && <People key={loser.id} winner={home} loser={loser} />}
    </div>
  );
}

/** Who of the one may be whom of the other: called alike, and nobody else is. */
function alike(winner: Household, label: string): string {
  const found = winner.adults.filter((one) => plain(one.label) === plain(label));
  return found.length === 1 ? (found[0]?.id ?? MOVES) : MOVES;
}

function People({ winner, loser }: { winner: Household; loser: Household }) {
  const who = useSignal<Record<string, string>>(Object.fromEntries(loser.adults.map((one) => [one.id, alike(winner, one.label)])));
  const reason = useSignal("");
  const merge = async () => {
    const words = reason.value.normalize("NFC").trim();
    if (words.length < 3) throw new Missing(t("need_reason"));
    if (!team.value) throw new Missing(t("need_team"));
    const told = Object.entries(who.value);
    const body = {
      team_id: team.value.id, merge_id: uuid7(), winner_id: winner.id, loser_id: loser.id, reason: words,
      same: told.filter(([, keep]) => keep !== MOVES).map(([drop, keep]) => ({ keep, drop })),
      moves: told.filter(([, keep]) => keep === MOVES).map(([adult]) => adult),
    };
    await add({ type: "household_merged", body, household_id: winner.id, title: t("e_merged", { reference: winner.reference }) });
    say(t("saved"));
    go(`/tn/ho/${winner.id}/so`, true);
  };
  return (
    <>
      {loser.adults.map((one) => (
        <Chips
          key={one.id}
          name={`who-${one.id}`}
          legend={t("who_is", { label: personWords(one) })}
          value={who.value[one.id] ?? MOVES}
          onChoose={(value) => (who.value = { ...who.value, [one.id]: value })}
          choices={[...winner.adults.map(({ id, label }) => ({ value: id, label: t("is_one", { label }) })), { value: MOVES, label: t("is_other") }]}
        />
      ))}
      <Field id="reason" label={t("reason")} value={reason.value} onInput={(value) => (reason.value = value)} input={{ maxLength: 200 }} />
      <Act kind="btn wide" act={merge}>
        {t("merge_do")}
      </Act>
    </>
  );
}

export default Merge;
