/** C3: one procedure: what it takes, where to file it, and how to follow it afterwards. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Screen } from "../main/router";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import "./procedure.css";
import vi from "./vi.json";

const t = words(vi);

const portal = (code: string) => `https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh.html?tukhoa=${encodeURIComponent(code)}`;

const levelOf = (level: string) =>
  level === "commune" || level === "province" || level === "ministry" ? t(`level_${level}`) : t("level_other");

const ProcedureScreen: Screen = ({ place }) => {
  const code = place.params["code"] ?? "";
  const read = useRead(`procedure:${code}`, () => got(api.GET("/v1/procedures/{code}", { params: { path: { code } } })));
  return (
    <Shown read={read}>
      {(one) => (
        <article class="stack">
          <Head title={one.name} up="/s" />
          <ul class="key-facts">
            <li>
              <Icon name="clock" />
              <b>{t("deadline")}</b>
              <span>{one.deadline_text}</span>
            </li>
            <li>
              <Icon name="file" />
              <b>{t("fee")}</b>
              <span>{one.fee_text}</span>
            </li>
            <li>
              <Icon name="home" />
              <b>{t("where")}</b>
              <span>{levelOf(one.level)}</span>
            </li>
            <li>
              <Icon name="link" />
              <b>{t("how")}</b>
              <span>{t(`online_${one.online}`)}</span>
            </li>
          </ul>
          <section class="card stack" aria-labelledby="prepare">
            <h2 id="prepare">{t("prepare")}</h2>
            <ol class="steps">
              <li>{t("prepare_1")}</li>
              <li>{t("prepare_2")}</li>
              <li>{t("prepare_3")}</li>
            </ol>
            <a class="btn wide" href={portal(one.code)} target="_blank" rel="noopener noreferrer" aria-describedby="leaves">
              {t("open_portal")}
              <Icon name="link" />
            </a>
            <p class="hint" id="leaves">
              {t("leaves")}
            </p>
            <div class="actions">
              <a class="btn ghost" href="#/hs?them=1">
                {t("follow")}
              </a>
              <a class="btn ghost" href="#/giup">
                {t("help")}
              </a>
            </div>
          </section>
          <section aria-labelledby="about">
            <h2 id="about">{t("about")}</h2>
            <dl class="facts">
              <dt>{t("code")}</dt>
              <dd>{one.code}</dd>
              <dt>{t("field")}</dt>
              <dd>{one.field}</dd>
              <dt>{t("issuer")}</dt>
              <dd>{one.issuer}</dd>
            </dl>
          </section>
        </article>
      )}
    </Shown>
  );
};

export default ProcedureScreen;
