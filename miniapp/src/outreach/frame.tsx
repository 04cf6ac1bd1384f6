/** What every screen of the walk shares: its words, who may be here, and the pill that says what waits. */
import type { ComponentChildren } from "preact";
import { me } from "../api/session";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { Later } from "../ui/later";
import { Loading } from "../ui/shown";
import { day, words } from "../ui/words";
import type { Adult, Household } from "./fold";
import { events, tally } from "./queue";
import { broken, ready, revoked, start } from "./state";
import { syncedAt, syncing } from "./status";
import vi from "./vi.json";
import "./outreach.css";

export const t = words(vi);

/** Opens the walk; shows why not when there is none. */
export function Walking({ children }: { children: () => ComponentChildren }) {
  start();
  if (!me.value?.roles.includes("volunteer"))
    return (
      <div class="stack">
        <Head title={t("not_volunteer")} />
        <p>{t("not_volunteer_hint")}</p>
        {tally(events.value).waiting > 0 && <p class="box wait">{me.value ? t("left_waiting", { n: tally(events.value).waiting }) : t("failed_401")}</p>}
        <a class="btn" href="#/toi">
          {t("sign_in")}
        </a>
      </div>
    );
  if (broken.value)
    return (
      <div class="stack">
        <Head title={t("no_store")} />
        <p>{t("no_store_hint")}</p>
      </div>
    );
  if (!ready.value) return <Loading />;
  if (revoked.value) return <Later load={() => import("./about/stopped")} />;
  return <>{children()}</>;
}

/** Always there: all sent, so many waiting, or something to put right. A word, a sign and a colour. */
export function SyncPill() {
  const { waiting, wrong } = tally(events.value);
  const kind = wrong ? "bad" : waiting ? "wait" : "ok";
  const word = wrong ? t("sync_wrong", { n: wrong }) : waiting ? t("sync_waiting", { n: waiting }) : syncedAt.value ? t("sync_all_sent") : t("never_sent");
  return (
    <a class={`pill sync ${kind}`} href="#/tn/cho">
      <Icon name={wrong ? "warn" : waiting ? "clock" : "check"} spin={false} />
      {syncing.value && waiting ? t("sync_sending") : word}
    </a>
  );
}

export const resultWord = (result: string): string => t(`r_${result}` as "r_met");

/** One line on the last time somebody knocked here. */
export function lastWords(home: Household): string {
  if (!home.last_visited_at) return t("never_visited");
  const word = home.last_result ? resultWord(home.last_result) : "";
  return t("last_visit", { on: day(home.last_visited_at), result: word.charAt(0).toLowerCase() + word.slice(1) });
}

/** "Hộ số 12" → "hộ số 12" inside a sentence; "A12" stays. */
export const inside = (reference: string): string => (/^\p{Lu}\p{Ll}/u.test(reference) ? reference.charAt(0).toLowerCase() + reference.slice(1) : reference);

const ELDER = 60;

/** "Bà (nữ, từ 60 tuổi)" without what is not known. */
export function personWords(adult: Adult): string {
  const age = adult.birth_year ? new Date().getFullYear() - adult.birth_year : null;
  const about = [adult.sex && t(adult.sex as "female"), age !== null && (age >= ELDER ? t("elder") : t("born", { year: adult.birth_year ?? "" }))].filter(Boolean);
  return about.length ? `${adult.label} (${about.join(", ")})` : adult.label;
}

export function knownWords(adult: Adult): { word: string; kind: "" | "ok" | "wait" } {
  if (adult.knows === null) return { word: t("known_none"), kind: "" };
  if (!adult.knows) return { word: t("known_no"), kind: "wait" };
  if (!adult.assessed) return { word: t("known_yes_untried"), kind: "wait" };
  return adult.can ? { word: t("known_yes_can"), kind: "ok" } : { word: t("known_yes_cannot"), kind: "wait" };
}

/** A house that is not here; when the server just refused it, with the reason and the way to put it right. */
export function Lost({ id }: { id?: string }) {
  const refused = events.value.find((row) => row.household_id === id && row.type === "household_added" && row.state === "rejected");
  if (refused)
    return (
      <div class="stack">
        <Head title={refused.title} up="/tn/ho" />
        <p class="box bad" role="alert">
          {refused.reason}
        </p>
        <a class="btn" href="#/tn/cho">
          {t("house_refused_fix")}
        </a>
      </div>
    );
  return (
    <div class="stack">
      <Head title={t("house_lost")} up="/tn/ho" />
      <p>{t("house_lost_hint")}</p>
      <a class="btn" href="#/tn/ho">
        {t("homes")}
      </a>
    </div>
  );
}
