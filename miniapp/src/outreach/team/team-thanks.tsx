/** What was done: hours at doors, households helped. By name for who leads; never a ranking. */
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Shown } from "../../ui/shown";
import { number } from "../../ui/words";
import { askThanks, type Recognition, type Thanks } from "./asks";
import { t } from "./crew";
import { Member } from "./member";
import "./work.css";

export const ThanksScreen: Screen = () => <Member title={t("thanks")}>{(team) => <OfTeam team={team} />}</Member>;

function OfTeam({ team }: { team: string }) {
  const read = useRead(`me:thanks:${me.value?.id}:${team}`, () => askThanks(team));
  return (
    <Shown read={read} always>
      {(found) => <Work found={found} />}
    </Shown>
  );
}

export const hours = (minutes: number): string => number(Math.round(minutes / 6) / 10);

export function Work({ found }: { found: Recognition }) {
  const left = found.next_mark === null ? 0 : found.next_mark - (found.mine?.households_helped ?? 0);
  return (
    <section class="stack">
      <h2>{found.team_name}</h2>
      {found.mine ? (
        <>
          <h3>{t("thanks_mine")}</h3>
          <Figures of={found.mine} />
          <p class="box ok">
            {t("thanks_words")} {found.next_mark !== null && t("thanks_next", { n: number(left), mark: number(found.next_mark) })}
          </p>
        </>
      ) : (
        <p class="box">{t("thanks_none")}</p>
      )}
      <h3>{t("thanks_team")}</h3>
      <Figures of={found.team} />
      {found.people.length > 0 && (
        <>
          <h3>{t("thanks_people")}</h3>
          <ul class="cards">
            {found.people.map((one) => (
              <li key={one.person_id} class="card line">
                <b>{one.name}</b>
                <small>{t("thanks_line", { hours: hours(one.minutes), homes: number(one.households_helped), adults: number(one.adults_helped) })}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Figures({ of }: { of: Thanks }) {
  const figures = [
    [t("thanks_hours"), hours(of.minutes)],
    [t("thanks_homes"), number(of.households_helped)],
    [t("thanks_adults"), number(of.adults_helped)],
    [t("thanks_able"), number(of.adults_able)],
  ];
  return (
    <dl class="work">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
