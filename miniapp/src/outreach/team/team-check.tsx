/** Who stands at my door: a household reads the QR of a badge, without an account. */
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { Loading } from "../../ui/shown";
import { moment, words } from "../../ui/words";
import { type BadgeAnswer, checkBadge } from "./asks";
import vi from "./check.json";
import "./badge.css";

const t = words(vi);
const SIGNS = { valid: "check", removed: "close", revoked: "close", other_day: "clock", unknown: "warn" } as const;
const KINDS = { valid: "ok", removed: "bad", revoked: "bad", other_day: "wait", unknown: "bad" } as const;

export const Check: Screen = ({ place }) => {
  const token = place.params["token"] ?? "";
  // Nothing is kept: yesterday's answer must never be shown for today's.
  const read = useRead(`badge:${token}`, () => checkBadge(token), { kept: false });
  return (
    <div class="stack">
      <Head title={t("check")} />
      {read.data ? (
        <Said said={read.data} />
      ) : read.failure ? (
        <div class="stack-small" role="alert">
          <p class="box bad">{t("check_net")}</p>
          <button type="button" class="btn wide" onClick={() => void read.again()}>
            {t("again")}
          </button>
        </div>
      ) : (
        <Loading />
      )}
      <section class="card stack-small" aria-labelledby="beware">
        <h2 id="beware">{t("check_beware")}</h2>
        <ul class="said">
          <li>{t("check_beware_1")}</li>
          <li>{t("check_beware_2")}</li>
          <li>{t("check_beware_3")}</li>
        </ul>
        <a class="btn ghost wide" href="tel:113">
          {t("check_call")}
        </a>
      </section>
    </div>
  );
};

export function Said({ said }: { said: BadgeAnswer }) {
  const { state } = said;
  return (
    <>
      <div class={`box badge-said ${KINDS[state]}`} role="status">
        <Icon name={SIGNS[state]} />
        <h2>{t(`check_${state}`)}</h2>
        <p>{t(`check_${state}_hint`, { at: said.until ? moment(said.until) : "" })}</p>
      </div>
      {said.name !== null && (
        <dl class="card badge-who">
          <dt>{t("check_name")}</dt>
          <dd>{said.name}</dd>
          <dt>{t("check_team")}</dt>
          <dd>{said.team_name}</dd>
          <dt>{t("check_commune")}</dt>
          <dd>{said.commune_name}</dd>
          {said.trained && <dd class="state ok">{t("check_trained")}</dd>}
        </dl>
      )}
    </>
  );
}
