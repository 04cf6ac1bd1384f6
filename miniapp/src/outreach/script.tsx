/** V5: what to say in one minute: five cards, on the phone, without a network. */
import type { Screen } from "../main/router";
import { Head } from "../ui/page";
import { t } from "./frame";

const CARDS = ["s1", "s2", "s3", "s4", "s5"] as const;

export const Script: Screen = () => (
  <div class="stack">
    <Head title={t("script")} up="/tn" />
    <ol class="cards script">
      {CARDS.map((card, place) => (
        <li key={card} class="card stack-small">
          <h2>
            {place + 1}. {t(card)}
          </h2>
          <p class="say">
            <span class="hidden">{t("say_it")}: </span>
            {t(`${card}_say`)}
          </p>
          <p>
            <b>{t("do_it")}:</b> {t(`${card}_do`)}
          </p>
        </li>
      ))}
    </ol>
  </div>
);
