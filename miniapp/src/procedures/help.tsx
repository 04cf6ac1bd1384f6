/** Help by people: the team on foot, the one-stop counter, the province's line. */
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import { HOTLINE } from "../alerts/numbers";
import vi from "./vi.json";

const t = words(vi);

const Help: Screen = () => (
  <div class="stack">
    <Head title={t("help")} up="/" />
    <p>{t("help_lead")}</p>
    <section class="card stack">
      <h2>{t("help_team")}</h2>
      <p>{t("help_team_text")}</p>
      <a class="btn" href="#/nho-to">
        {t("help_ask")}
      </a>
      <a class="btn ghost" href="#/toi">
        {t("help_consent")}
      </a>
    </section>
    <section class="card stack">
      <h2>{t("help_counter")}</h2>
      <p>{t("help_counter_text")}</p>
    </section>
    <section class="card stack">
      <h2>{t("help_line")}</h2>
      <p>{t("help_line_text")}</p>
      <a class="btn ghost" href={`tel:${HOTLINE}`}>
        <Icon name="phone" />
        {t("call", { phone: HOTLINE })}
      </a>
    </section>
    <p>
      <a href="#/sos">{t("help_emergency")}</a>
    </p>
  </div>
);

export default Help;
