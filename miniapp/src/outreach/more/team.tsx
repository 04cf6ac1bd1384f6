/** The team this phone walks for: its area, and what of it is on the phone. */
import type { Screen } from "../../main/router";
import { Empty, Head } from "../../ui/page";
import { number } from "../../ui/words";
import { Walking } from "../frame";
import { t } from "./words";
import { homes, team } from "../state";

export const TeamScreen: Screen = () => (
  <Walking>
    {() => {
      const mine = team.value;
      if (!mine)
        return (
          <Empty title={t("today_first")}>
            <p>{t("today_first_hint")}</p>
          </Empty>
        );
      return (
        <div class="stack">
          <Head title={t("team")} up="/tn" />
          <p>
            <b>{mine.name}</b>
          </p>
          <section class="stack-small">
            <h2>{t("team_area")}</h2>
            <ul class="cards">
              {mine.hamlets.map(({ id, name }) => {
                const here = homes.value.filter((home) => home.hamlet_id === id);
                const met = here.filter((home) => home.visits > 0).length;
                return (
                  <li key={id} class="card">
                    <b>{name}</b>
                    <small>{t("team_hamlet", { houses: number(here.length), met: number(met) })}</small>
                  </li>
                );
              })}
            </ul>
          </section>
        </div>
      );
    }}
  </Walking>
);
