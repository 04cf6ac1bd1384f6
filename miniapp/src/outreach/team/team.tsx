/** The team this phone walks for: its area, what of it is on the phone, and for its leader the members. */
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Icon, type IconName } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { number } from "../../ui/words";
import { Walking } from "../frame";
import { Members } from "./members";
import { t } from "./words";
import { homes, team } from "../state";

export const TeamScreen: Screen = () => <Walking>{() => <Mine />}</Walking>;

function Mine() {
  const mine = team.value;
  const led = me.value?.teams.filter((one) => one.leads) ?? [];
  return (
    <div class="stack">
      <Head title={t("team")} up="/tn" />
      {mine ? (
        <p>
          <b>{mine.name}</b>
        </p>
      ) : (
        <Empty title={t("today_first")}>
          <p>{t("today_first_hint")}</p>
        </Empty>
      )}
      <nav class="cards">
        <Way href="#/tn/doi/the" icon="shield" title={t("w_badge")} hint={t("w_badge_hint")} />
        <Way href="#/tn/doi/cong" icon="chart" title={t("w_thanks")} hint={t("w_thanks_hint")} />
        {led.map((one) => (
          <Way key={one.id} href={`#/tn/doi/tap-huan?to=${one.id}`} icon="list" title={t("w_training")} hint={led.length > 1 ? one.name : t("w_training_hint")} />
        ))}
        {led.map((one) => (
          <Way key={one.id} href={`#/tn/doi/moi?to=${one.id}`} icon="plus" title={t("w_invite")} hint={led.length > 1 ? one.name : t("w_invite_hint")} />
        ))}
      </nav>
      {led.map((one) => (
        <Members key={one.id} team={one} named={led.length > 1} />
      ))}
      {mine && (
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
      )}
    </div>
  );
}

function Way({ href, icon, title, hint }: { href: string; icon: IconName; title: string; hint: string }) {
  return (
    <a class="card link line" href={href}>
      <Icon name={icon} />
      <span class="grow">
        <b>{title}</b>
        <small>{hint}</small>
      </span>
      <Icon name="next" />
    </a>
  );
}
