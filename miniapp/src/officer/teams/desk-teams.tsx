/** The teams of a province, how far they are trained, and forming a new one. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Figure } from "../../outreach/team/team-training";
import { PROVINCE } from "../../places/province";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { number } from "../../ui/words";
import { Only } from "../gate/gate";
import { provincesOf } from "../provinces";
import { askCommunes } from "../wire";
import { askFigure, askTeams, formTeam, type TeamPlan } from "./asks";
import { AreaFields, type AreaPick, areaOf, NOWHERE } from "./area";
import { t } from "./words";

export const Teams: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;
export const NewTeam: Screen = () => <Only roles={["officer", "admin"]}>{() => <Form />}</Only>;

const provinceOf = (): string => provincesOf()[0] ?? PROVINCE;

function CommunePick({ value, onChoose, all = false, error }: { value: string; onChoose: (code: string) => void; all?: boolean; error?: string | undefined }) {
  const province = provinceOf();
  const read = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  return (
    <div class={error ? "field bad" : "field"}>
      <label for="commune">{t("find")}</label>
      {error && <p class="error">{error}</p>}
      <select id="commune" value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{all ? t("all") : "–"}</option>
        {read.data?.map((one) => (
          <option key={one.code} value={one.code}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Desk() {
  const commune = useSignal("");
  const province = provinceOf();
  const read = useRead(`me:teams:${me.value?.id}:${commune.value}`, () => askTeams(commune.value || null));
  const figure = useRead(`me:trained:${me.value?.id}:${province}`, () => askFigure(province));
  return (
    <div class="stack">
      <Head title={t("teams")} up="/cb" />
      <a class="btn wide" href="#/cb/to/lap">
        {t("form")}
      </a>
      <h2>{t("figure")}</h2>
      <Shown read={figure} rows={1}>
        {(found) => <Figure figure={found} teams />}
      </Shown>
      <CommunePick value={commune.value} onChoose={(code) => (commune.value = code)} all />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("none"), body: <p>{t("none_hint")}</p> }}>
        {(page) => (
          <ul class="cards">
            {page.items.map((team) => (
              <li key={team.id}>
                <a class="card link" href={`#/cb/to/${team.id}`}>
                  <b>{team.name}</b>
                  <small>
                    {team.commune_name} · {t(`k_${team.kind}` as "k_hamlet")}
                  </small>
                  <span>{t("line", { members: number(team.members), trained: number(team.trained) })}</span>
                  <small>{team.leaders.length ? t("leaders", { names: team.leaders.join(", ") }) : t("no_leader")}</small>
                </a>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
}

const KINDS: TeamPlan["kind"][] = ["hamlet", "commune"];

function Form() {
  const id = useSignal(uuid7());
  const name = useSignal("");
  const kind = useSignal<TeamPlan["kind"]>("hamlet");
  const commune = useSignal("");
  const area = useSignal<AreaPick>(NOWHERE);
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const save = async () => {
    const called = name.value.normalize("NFC").trim();
    const walks = areaOf(area.value);
    wrong.value = [
      ...(called.length >= 3 ? [] : [{ id: "team-name", message: t("need_name") }]),
      ...(commune.value ? [] : [{ id: "commune", message: t("need_commune") }]),
      ...(walks ? [] : [{ id: "hamlets", message: t("need_hamlet") }]),
    ];
    if (wrong.value.length || busy.value || !walks) return;
    busy.value = true;
    try {
      const card = await formTeam({ id: id.value, name: called, kind: kind.value, commune_code: commune.value, area: walks });
      say(t("formed"));
      go(`/cb/to/${card.id}`, true);
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
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
      <Head title={t("form")} up="/cb/to/ds" />
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Field id="team-name" label={t("name")} hint={t("name_hint")} value={name.value} error={wrongOf(wrong.value, "team-name")} onInput={(value) => (name.value = value)} input={{ maxLength: 120 }} />
      <Chips name="kind" legend={t("kind")} value={kind.value} onChoose={(value) => (kind.value = value)} choices={KINDS.map((value) => ({ value, label: t(`k_${value}`) }))} />
      <CommunePick
        value={commune.value}
        error={wrongOf(wrong.value, "commune")}
        onChoose={(code) => {
          commune.value = code;
          area.value = NOWHERE;
        }}
      />
      <AreaFields commune={commune.value} pick={area.value} error={wrongOf(wrong.value, "hamlets")} onPick={(pick) => (area.value = pick)} />
      <button type="submit" class="btn wide" aria-disabled={busy.value}>
        {t("save")}
      </button>
    </form>
  );
}
