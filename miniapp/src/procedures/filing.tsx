/** Where the counter is, and the buttons: the national portal at this procedure, following, help. */
import type { Procedure } from "../api/types";
import { homeCommune } from "../places/home";
import { Icon } from "../ui/icon";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);

function Counter({ one }: { one: Procedure }) {
  const home = homeCommune.value;
  if (one.where && one.where.commune_code === home?.code)
    return (
      <>
        <p class="big">
          <Icon name="pin" />
          {one.where.name}
        </p>
        <p class="muted">{t("where_for", { place: one.where.commune_name })}</p>
      </>
    );
  if (!home)
    return (
      <>
        <p>{one.level_text}.</p>
        <p class="no-print">
          <a class="btn ghost" href="#/noi-o">
            <Icon name="pin" />
            {t("choose_commune")}
          </a>
        </p>
      </>
    );
  return (
    <>
      <p class="big">{one.level_text}</p>
      {one.agency && <p>{one.agency}</p>}
      {one.where && <p class="muted">{t("where_later", { place: home.full_name })}</p>}
    </>
  );
}

export function Where({ one }: { one: Procedure }) {
  return (
    <section class="card stack-small" aria-labelledby="a-where">
      <h2 id="a-where">{t("a_where")}</h2>
      <Counter one={one} />
      <p class="muted">{t("hours")}</p>
    </section>
  );
}

export function Filing({ one }: { one: Procedure }) {
  const online = one.online === "full" || one.online === "partial";
  return (
    <section class="card stack no-print" aria-labelledby="a-file">
      <h2 id="a-file">{t(online ? "file_online" : "file_counter")}</h2>
      <p>{t(online ? "file_online_hint" : "file_counter_hint")}</p>
      <a class="btn wide" href={one.portal_url} target="_blank" rel="noopener noreferrer" aria-describedby="leaves">
        {t(online ? "open_portal" : "see_portal")}
        <Icon name="link" />
      </a>
      <p class="hint" id="leaves">
        {t("leaves")}
      </p>
      <div class="actions even">
        <a class="btn ghost" href="#/hs">
          {t("follow")}
        </a>
        <a class="btn ghost" href="#/giup">
          {t("help")}
        </a>
      </div>
    </section>
  );
}
