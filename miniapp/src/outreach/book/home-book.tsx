/** What became of a household, newest first; merges that stand can be undone by who leads the team. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { day, moment } from "../../ui/words";
import type { Household } from "../fold";
import { Lost, SyncPill, Walking } from "../frame";
import { homeOf } from "../state";
import { leads } from "./leads";
import { Undo } from "./undo";
import { askHistory, type Happening } from "./wire";
import { t } from "./words";

const HomeBook: Screen = ({ place }) => (
  <Walking>
    {() => {
      const id = place.params["id"] ?? "";
      const home = homeOf(id);
      return home ? <Book key={id} home={home} /> : <Lost id={id} />;
    }}
  </Walking>
);

function Book({ home }: { home: Household }) {
  const read = useRead(`me:book:${home.id}`, () => askHistory(home.id));
  const base = `#/tn/ho/${home.id}`;
  return (
    <div class="stack">
      <Head title={t("book")} up={`/tn/ho/${home.id}`}>
        <SyncPill />
      </Head>
      <p>
        <b>{home.reference}</b> <span class="muted">{home.hamlet}</span>
      </p>
      <div class="actions">
        <a class="btn ghost" href={`${base}/sua`}>
          {t("edit")}
        </a>
        <a class="btn ghost" href={`${base}/so/doi`}>
          {t("reshape")}
        </a>
        {leads() && (
          <a class="btn ghost" href={`${base}/so/gop`}>
            {t("merge")}
          </a>
        )}
      </div>
      <h2>{t("history")}</h2>
      <Shown read={read} empty={{ when: (data) => data.items.length === 0, title: t("history_none") }}>
        {(data) => (
          <ol class="cards">
            {data.items.map((one) => (
              <Line key={one.event_id} one={one} home={home} />
            ))}
          </ol>
        )}
      </Shown>
    </div>
  );
}

function Line({ one, home }: { one: Happening; home: Household }) {
  const asked = useSignal(false);
  return (
    <li class="card stack-small">
      <b>{t(`h_${one.type}` as "h_household_added", { about: one.about ?? home.reference })}</b>
      {one.on && <p>{t("from_day", { on: day(one.on) })}</p>}
      {one.reason && <p>{t("because", { reason: one.reason })}</p>}
      <small>{t("said_by", { who: one.by_name ?? t("office"), at: moment(one.at) })}</small>
      {one.merge_id && leads() && (
        <>
          <button type="button" class="btn small ghost" aria-expanded={asked.value} onClick={() => (asked.value = !asked.value)}>
            <Icon name="sync" spin={false} />
            {t("undo")}
          </button>
          {asked.value && <Undo merge_id={one.merge_id} home={home.id} name={one.about ?? home.reference} />}
        </>
      )}
    </li>
  );
}

export default HomeBook;
