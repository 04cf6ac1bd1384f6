/** Inviting people to a team one leads. */
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { led, t } from "./crew";
import { Invitations } from "./invitations";

export const Inviting: Screen = ({ place }) => (
  <div class="stack">
    <Head title={t("invite")} up="/tn/to" />
    <Invitations team={place.query.get("to") ?? led()} />
  </div>
);
