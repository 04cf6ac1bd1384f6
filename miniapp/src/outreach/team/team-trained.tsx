/** Trainings of a team one leads. */
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Leading } from "../lead/leading";
import { askMembers } from "../wire";
import { t } from "./crew";
import { Trainings } from "./team-training";

export const TrainingScreen: Screen = ({ place }) => (
  <Leading asked={place.query.get("to")} title={t("training")} up="/tn/to">
    {(team) => <OfTeam key={team} team={team} />}
  </Leading>
);

function OfTeam({ team }: { team: string }) {
  const members = useRead(`me:members:${team}`, () => askMembers(team, null));
  const people = members.data?.items.map((one) => ({ id: one.person_id, name: one.person_name || one.person_phone || t("nameless") })) ?? [];
  return <Trainings team={team} people={people} />;
}
