/** For who walks with a team: without opening the walk on this phone. */
import type { ComponentChildren } from "preact";
import { me } from "../../api/session";
import { Empty, Head } from "../../ui/page";
import { t } from "./crew";

export function Member({ title, children }: { title: string; children: (team: string) => ComponentChildren }) {
  return (
    <div class="stack">
      <Head title={title} up="/tn/to" />
      {me.value?.teams.length ? (
        me.value.teams.map((team) => <section key={team.id}>{children(team.id)}</section>)
      ) : (
        <Empty title={t("not_volunteer")}>
          <a class="btn" href="#/toi">
            {t("sign_in")}
          </a>
        </Empty>
      )}
    </div>
  );
}
