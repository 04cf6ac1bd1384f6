/** One team: where it walked and who of it, dated; its trainings; moving its area, inviting its leader, ending it. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Invitations } from "../../outreach/team/invitations";
import { Trainings } from "../../outreach/team/team-training";
import { Field } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why, why } from "../../ui/why";
import { day, isoDay } from "../../ui/words";
import { DeskLink } from "../frame";
import { Only } from "../gate/gate";
import { AreaFields, type AreaPick, areaOf, NOWHERE } from "./area";
import { askTeam, dissolveTeam, moveTeam, type TeamCard } from "./asks";
import { t } from "./words";

export const OneTeam: Screen = ({ place }) => <Only roles={["officer", "admin"]}>{() => <Desk id={place.params["part"] ?? ""} />}</Only>;

function Desk({ id }: { id: string }) {
  const read = useRead(`me:team:${me.value?.id}:${id}`, () => askTeam(id));
  return (
    <div class="stack">
      <Shown read={read} head={{ title: t("teams"), up: "/cb/to/ds", of: (team) => team.name }}>
        {(team) => <Card team={team} onChanged={read.again} />}
      </Shown>
    </div>
  );
}

const span = (one: { since: string; until: string | null }): string => t("from_to", { from: day(one.since), to: one.until ? day(one.until) : t("now") });

function Card({ team, onChanged }: { team: TeamCard; onChanged: () => Promise<void> }) {
  const over = team.dissolved_on !== null;
  const people = team.people.filter((one) => !one.until).map((one) => ({ id: one.person_id, name: one.name }));
  return (
    <>
      <p>
        {team.commune_name} · {t(`k_${team.kind}` as "k_hamlet")} · {t("formed_on", { on: day(team.formed_on) })}
      </p>
      {team.dissolved_on && <p class="box bad">{t("dissolved", { on: day(team.dissolved_on), why: team.dissolved_why ?? "" })}</p>}
      <section class="stack-small" aria-labelledby="people">
        <h2 id="people">{t("people")}</h2>
        {team.people.length === 0 && <p class="box wait">{t("people_none")}</p>}
        <ul class="cards">
          {team.people.map((one) => (
            <li key={one.person_id + one.since} class="card">
              <b>{one.name}</b>
              <small>
                {t(one.role === "team_leader" ? "leader" : "volunteer")} · {span(one)} {one.by_name && t("by", { by: one.by_name })}
              </small>
              {one.why && <small>{t("out", { why: one.why })}</small>}
            </li>
          ))}
        </ul>
      </section>
      {!over && <DeskLink href={`#/tn/to/ban?to=${team.id}`} icon="chart" title={t("progress")} hint={t("progress_hint")} />}
      {!over && <Invitations team={team.id} leaders />}
      <section class="stack-small" aria-labelledby="area">
        <h2 id="area">{t("area")}</h2>
        <ul class="cards">
          {team.areas.map((one) => (
            <li key={one.id + one.since} class="card line">
              <b>{one.name}</b>
              <small>{span(one)}</small>
            </li>
          ))}
        </ul>
        {!over && <Move team={team} onMoved={onChanged} />}
      </section>
      <h2>{t("training")}</h2>
      <Trainings team={team.id} people={people} />
      {!over && <End team={team} onEnded={onChanged} />}
    </>
  );
}

function Move({ team, onMoved }: { team: TeamCard; onMoved: () => Promise<void> }) {
  const pick = useSignal<AreaPick>({ ...NOWHERE, ids: team.areas.filter((one) => !one.until).map((one) => one.id) });
  const on = useSignal(isoDay());
  const trouble = useSignal("");
  const save = async () => {
    const area = areaOf(pick.value, on.value);
    if (!area) {
      trouble.value = t("need_hamlet");
      return;
    }
    try {
      await moveTeam(team.id, area);
      trouble.value = "";
      say(t("area_saved"));
      await onMoved();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <details class="card">
      <summary>
        <b>{t("area_move")}</b>
      </summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <AreaFields commune={team.commune_code} pick={pick.value} error={trouble.value || undefined} onPick={(value) => (pick.value = value)} />
        <Field id="area-on" label={t("area_on")} value={on.value} onInput={(value) => (on.value = value)} input={{ type: "date", min: isoDay() }} />
        <button type="submit" class="btn wide">
          {t("area_save")}
        </button>
      </form>
    </details>
  );
}

function End({ team, onEnded }: { team: TeamCard; onEnded: () => Promise<void> }) {
  const asked = useSignal(false);
  if (!asked.value)
    return (
      <button type="button" class="btn danger wide" onClick={() => (asked.value = true)}>
        {t("dissolve")}
      </button>
    );
  return (
    <Why
      id="dissolve"
      label={t("dissolve_why")}
      hint={t("dissolve_hint")}
      need={t("dissolve_need")}
      act={t("dissolve_sure")}
      onKeep={() => (asked.value = false)}
      send={async (reason) => {
        await dissolveTeam(team.id, reason);
        say(t("dissolved_done"));
        await onEnded();
      }}
    />
  );
}
