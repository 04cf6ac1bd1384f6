/** All houses of the team's area that are on the phone. */
import { useSignal } from "@preact/signals";
import type { Screen } from "../../main/router";
import { Field } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { fold as folded, number } from "../../ui/words";
import { lastWords, SyncPill, Walking } from "../frame";
import { t } from "./words";
import { homes } from "../state";
import { syncedAt } from "../status";
import "./list.css";

const SHOWN = 60;

export const Homes: Screen = () => <Walking>{() => <List />}</Walking>;

function List() {
  const words = useSignal("");
  const shown = useSignal(SHOWN);
  const wanted = folded(words.value);
  const found = homes.value.filter((home) => !wanted || folded(`${home.reference} ${home.hamlet}`).includes(wanted));
  return (
    <div class="stack">
      <Head title={t("homes")}>
        <SyncPill />
      </Head>
      {homes.value.length > 0 && (
        <Field
          id="find"
          label={t("homes_find")}
          value={words.value}
          onInput={(value) => {
            words.value = value;
            shown.value = SHOWN;
          }}
          input={{ type: "search", autocomplete: "off" }}
        />
      )}
      <div class="row-head">
        <p role="status">{t("homes_count", { n: number(found.length) })}</p>
        <a class="btn small ghost" href="#/tn/moi">
          <Icon name="plus" />
          {t("new_house")}
        </a>
      </div>
      {found.length === 0 && (
        <Empty title={homes.value.length ? t("homes_none") : syncedAt.value ? t("homes_none") : t("today_first")}>
          {homes.value.length === 0 && !syncedAt.value && <p>{t("today_first_hint")}</p>}
        </Empty>
      )}
      <ul class="cards">
        {found.slice(0, shown.value).map((home) => (
          <li key={home.id}>
            <a class="card link door" href={`#/tn/ho/${home.id}`}>
              <span>
                <b>{home.reference}</b>
                <small>{home.hamlet}</small>
                <small>{lastWords(home)}</small>
              </span>
              {home.pending > 0 && <span class="pill wait">{t("st_queued")}</span>}
              <Icon name="next" />
            </a>
          </li>
        ))}
      </ul>
      {found.length > shown.value && (
        <button type="button" class="btn ghost wide" onClick={() => (shown.value += SHOWN)}>
          {t("homes_more")}
        </button>
      )}
    </div>
  );
}
