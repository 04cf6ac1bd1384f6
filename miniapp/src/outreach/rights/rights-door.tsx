/** What a household wants done with its data, said at the door: a withdrawal is kept offline, a request is passed on. */
import { useSignal } from "@preact/signals";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Chips, Field } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { why } from "../../ui/why";
import { moment } from "../../ui/words";
import type { Household } from "../fold";
import { Lost, Walking } from "../frame";
import { add, homeOf, team } from "../state";
import { askForHousehold, type RequestKind } from "./asks";
import { t } from "./words";

const SCOPES = ["person", "photo", "contact"] as const;
const REQUESTS = ["view", "correct", "delete"] as const;
type Scope = (typeof SCOPES)[number];
type Wish = Scope | (typeof REQUESTS)[number];
const HOME = "home";
const isScope = (wish: Wish): wish is Scope => (SCOPES as readonly string[]).includes(wish);

export const AtDoor: Screen = ({ place }) => (
  <Walking>
    {() => {
      const id = place.query.get("ho") ?? "";
      const home = homeOf(id);
      return home ? <Wishes home={home} adult={place.query.get("nguoi")} /> : <Lost id={id} />;
    }}
  </Walking>
);

function Wishes({ home, adult }: { home: Household; adult: string | null }) {
  const who = useSignal(home.adults.some((one) => one.id === adult) ? (adult ?? HOME) : HOME);
  const wish = useSignal<Wish>("person");
  const said = useSignal("");
  const sure = useSignal(false);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const whose = home.adults.find((one) => one.id === who.value);
  const act = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      if (isScope(wish.value)) await withdraw(home, whose?.id, wish.value);
      else await passOn(home, whose?.id, wish.value, said.value);
      go("/tn/ho", true);
    } catch (error) {
      trouble.value = isScope(wish.value) ? t("not_saved") : why(error);
      sure.value = false;
    }
    busy.value = false;
  };
  const submit = () => {
    if (isScope(wish.value)) sure.value = true;
    else if (said.value.trim().length < 3) trouble.value = t("need_words");
    else void act();
  };
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Head title={t("door")} up={`/tn/ho/${home.id}`} />
      <p>
        <b>{home.reference}</b>
      </p>
      <p class="muted">{t("door_hint")}</p>
      <Chips
        name="who"
        legend={t("who")}
        value={who.value}
        onChoose={(value) => (who.value = value)}
        choices={[{ value: HOME, label: t("who_home") }, ...home.adults.map((one) => ({ value: one.id, label: one.label }))]}
      />
      <Chips
        name="what"
        legend={t("what")}
        hint={wish.value === "person" ? t("w_person_hint") : undefined}
        value={wish.value}
        onChoose={(value) => {
          wish.value = value;
          sure.value = false;
        }}
        choices={[...SCOPES, ...REQUESTS].map((value) => ({ value, label: t(`w_${value}`) }))}
      />
      {!isScope(wish.value) && (
        <Field id="words" label={t("words")} hint={t("words_hint")} lines={3} value={said.value} onInput={(value) => (said.value = value)} />
      )}
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {sure.value ? (
        <div class="box bad stack-small" role="alert">
          <p>{t("sure", { who: whose?.label ?? home.reference })}</p>
          <div class="actions">
            <button type="button" class="btn danger" aria-disabled={busy.value} onClick={() => void act()}>
              {t("do")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (sure.value = false)}>
              {t("cancel")}
            </button>
          </div>
        </div>
      ) : (
        <button type="submit" class="btn wide" aria-disabled={busy.value}>
          {t(isScope(wish.value) ? "do" : "send")}
        </button>
      )}
    </form>
  );
}

async function withdraw(home: Household, adult_id: string | undefined, scope: Scope): Promise<void> {
  const team_id = team.value?.id;
  if (!team_id) throw new Error("no team");
  const body = { team_id, scope, ...(adult_id ? { adult_id } : { household_id: home.id }) };
  await add({ type: "consent_withdrawn", body, household_id: home.id, title: t("e_withdrawn", { reference: home.reference }) });
  say(t("withdrawn"));
}

async function passOn(home: Household, adult_id: string | undefined, kind: RequestKind, words: string): Promise<void> {
  const line = await askForHousehold({ id: uuid7(), kind, household_id: home.id, adult_id: adult_id ?? null, words: words.normalize("NFC").trim() });
  say(t("sent", { at: moment(line.answer_due_at) }));
}
