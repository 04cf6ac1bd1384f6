/** V1: tonight's houses, what waits, and how far we are. */
import { signal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { AsOf } from "../../ui/shown";
import { type Door, doors } from "../doors";
import type { Household } from "../fold";
import { lastWords, resultWord, SyncPill, Walking } from "../frame";
import { t } from "./words";
import { homes, team } from "../state";
import { syncedAt } from "../status";
import { askTonight } from "../wire";
import "./list.css";

function DoorCard({ door: { home, reason, due }, held }: { door: Door; held: boolean }) {
  return (
    <li>
      <a class="card link door" href={`#/tn/ho/${home.id}`}>
        <span>
          <span class="tags">
            <b>{home.reference}</b>
            {due && <span class="pill bad">{t("due")}</span>}
            {held && <span class="pill ok">{t("held")}</span>}
          </span>
          <small>{home.hamlet}</small>
          <small class="why">{reason ?? lastWords(home)}</small>
        </span>
        <Icon name="next" />
      </a>
    </li>
  );
}

function DoneCard({ home }: { home: Household }) {
  return (
    <li>
      <a class="card link door done" href={`#/tn/ho/${home.id}`}>
        <Icon name="check" />
        <span>
          <b>{home.reference}</b>
          <small>{home.last_result ? resultWord(home.last_result) : ""}</small>
        </span>
        {home.pending > 0 && <span class="pill wait">{t("st_queued")}</span>}
      </a>
    </li>
  );
}

/** As many doors as one walks before looking again; who comes back from a house finds the list as long as it was. */
const SHOWN = 8;
const shown = signal(SHOWN);

export const Today: Screen = () => <Walking>{() => <Tonight />}</Walking>;

function Tonight() {
  const read = useRead(`me:tonight:${me.value?.id ?? ""}`, askTonight);
  const { next, done } = doors(homes.value, read.data?.items ?? null);
  const all = next.length + done.length;
  const held = new Set(read.data?.items.filter((line) => line.lease?.mine).map((line) => line.household_id));
  return (
    <div class="stack">
      <Head title={t("today")}>
        <SyncPill />
      </Head>
      {team.value && (
        <p class="muted">
          <a href="#/tn/to">{team.value.name}</a>
        </p>
      )}
      {all > 0 && (
        <p class="progress">
          <span>{t("today_progress", { done: done.length, all })}</span>
          <progress max={all} value={done.length} aria-label={t("today_progress", { done: done.length, all })} />
        </p>
      )}
      <a class="btn wide" href="#/tn/di">
        {t("evening")}
      </a>
      <div class="actions even">
        <a class="btn ghost small" href="#/cuu-ho/gan">
          <Icon name="warn" />
          {t("rescue_near")}
        </a>
        <a class="btn ghost small" href="#/tn/moi">
          <Icon name="plus" />
          {t("new_house")}
        </a>
        <a class="btn ghost small" href="#/tn/noi-gi">
          {t("script")}
        </a>
        {me.value?.teams.some((one) => one.leads) && (
          <>
            <a class="btn ghost small" href="#/tn/to/ban">
              {t("lead_desk")}
            </a>
            <a class="btn ghost small" href="#/tn/to">
              {t("members")}
            </a>
          </>
        )}
      </div>
      {read.data && <AsOf read={read} />}
      {next.length > 0 && (
        <ul class="cards">
          {next.slice(0, shown.value).map((door) => (
            <DoorCard key={door.home.id} door={door} held={held.has(door.home.id)} />
          ))}
        </ul>
      )}
      {next.length > shown.value && (
        <button type="button" class="btn ghost wide" onClick={() => (shown.value += SHOWN)}>
          {t("today_more", { n: Math.min(SHOWN, next.length - shown.value), rest: next.length - shown.value })}
        </button>
      )}
      <div class="actions even">
        <a class="btn ghost small" href="#/tn/viec">
          {t("promised")}
        </a>
        <a class="btn ghost small" href="#/tn/nho">
          {t("asked")}
        </a>
        <a class="btn ghost small" href="#/tn/tham-lai">
          {t("drawn")}
        </a>
      </div>
      {all === 0 && (
        <Empty title={syncedAt.value ? t("today_none") : t("today_first")}>
          <p>{syncedAt.value ? t("today_none_hint") : t("today_first_hint")}</p>
        </Empty>
      )}
      {next.length === 0 && done.length > 0 && <p class="box ok">{t("all_done")}</p>}
      {done.length > 0 && (
        <section>
          <h2>{t("today_done")}</h2>
          <ul class="cards">
            {done.map((home) => (
              <DoneCard key={home.id} home={home} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
