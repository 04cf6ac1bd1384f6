/** V5: what to say in one minute: five cards, on the phone, without a network. */
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { t } from "./words";
import "./more.css";

const CARDS = [1, 2, 3, 4, 5] as const;

export const Script: Screen = () => (
  <div class="stack">
    <Head title={t("script")} up="/tn" />
    <ol class="cards script">
      {CARDS.map((card) => (
        <li key={card} class="card stack-small">
          <h2>
            {card}. {t(`card_${card}`)}
          </h2>
          <p class="say">
            <span class="hidden">{t("say_it")}: </span>
            {t(`say_${card}`)}
          </p>
          <p>
            <b>{t("do_it")}:</b> {t(`do_${card}`)}
          </p>
        </li>
      ))}
    </ol>
  </div>
);
