/** Inviting people to a team one leads. */
import type { Screen } from "../../main/router";
import { Leading } from "../lead/leading";
import { t } from "./crew";
import { Invitations } from "./invitations";

export const Inviting: Screen = ({ place }) => (
  <Leading asked={place.query.get("to")} title={t("invite")} up="/tn/to">
    {(team) => <Invitations key={team} team={team} />}
  </Leading>
);
