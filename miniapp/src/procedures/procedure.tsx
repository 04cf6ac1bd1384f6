/** C3: one procedure: what it takes, where to file it, and how to follow it afterwards. */
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Procedure } from "../api/types";
import type { Screen } from "../main/router";
import { Icon, type IconName } from "../ui/icon";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { day, number, words } from "../ui/words";
import "./procedure.css";
import vi from "./vi.json";

const t = words(vi);

/** "source:DVCQG crawl 2026-07" in words. */
function sourceOf(provenance: string): string {
  const read = /DVCQG.*?(\d{4})-(\d{2})/.exec(provenance);
  return read ? t("source_portal", { month: `${read[2]}/${read[1]}` }) : provenance;
}

/** Ways that promise the same are told once. */
function alike(ways: Procedure["ways"]): Procedure["ways"][] {
  const groups = new Map<string, Procedure["ways"]>();
  for (const way of ways) {
    const key = `${way.deadline.text}|${way.fee.text}`;
    groups.set(key, [...(groups.get(key) ?? []), way]);
  }
  return [...groups.values()];
}

const CHANNELS: Record<Procedure["ways"][number]["channel"], IconName> = { online: "phone", counter: "home", post: "file" };

function Ways({ one }: { one: Procedure }) {
  if (!one.ways.length) return null;
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t("how")}</h2>
      <ul class="key-facts">
        {alike(one.ways).map((group) => (
          <li key={group[0]?.channel}>
            {group.map((way) => (
              <span key={way.channel} class="channel">
                <Icon name={CHANNELS[way.channel]} />
                {t(`channel_${way.channel}`)}
              </span>
            ))}
            <p>
              <b>{t("deadline")}:</b> {group[0]?.deadline.text}
            </p>
            <p>
              <b>{t("fee")}:</b> {group[0]?.fee.text}
            </p>
          </li>
        ))}
      </ul>
      {one.saving_vnd ? <p class="box ok">{t("saving", { vnd: number(one.saving_vnd) })}</p> : null}
    </section>
  );
}

function Filing({ one }: { one: Procedure }) {
  return (
    <section class="card stack" aria-labelledby="prepare">
      <h2 id="prepare">{t("prepare")}</h2>
      <ol class="steps">
        <li>{one.papers ? t("prepare_papers", { n: one.papers }) : t("prepare_1")}</li>
        <li>{one.online === "full" || one.online === "partial" ? t("prepare_2") : t("prepare_2_counter")}</li>
        <li>{t("prepare_3")}</li>
      </ol>
      <a class="btn wide" href={one.portal_url} target="_blank" rel="noopener noreferrer" aria-describedby="leaves">
        {t("open_portal")}
        <Icon name="link" />
      </a>
      <p class="hint" id="leaves">
        {t("leaves")}
      </p>
      <div class="actions">
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

function About({ one }: { one: Procedure }) {
  const rows: [string, string | null][] = [
    [t("official"), one.official_name === one.name ? null : one.official_name],
    [t("code"), one.code],
    [t("field"), one.field],
    [t("where"), [one.level_text, one.agency].filter(Boolean).join(" · ")],
    [t("who"), one.subjects.join(", ")],
    [t("issuer"), one.issuer],
    [t("decision"), one.decision_no],
  ];
  return (
    <section aria-labelledby="about">
      <h2 id="about">{t("about")}</h2>
      <dl class="facts">
        {rows.map(([name, value]) =>
          value ? (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ) : null,
        )}
      </dl>
      <p class="hint">{t("source", { source: sourceOf(one.provenance) })}</p>
    </section>
  );
}

const ProcedureScreen: Screen = ({ place }) => {
  const code = place.params["code"] ?? "";
  const read = useRead(`procedure:${code}`, () => got(api.GET("/v1/procedures/{code}", { params: { path: { code } } })));
  return (
    <Shown read={read}>
      {(one) => (
        <article class="stack">
          <Head title={one.plain_title ?? one.name} up="/s" />
          {one.plain_title && one.plain_title !== one.name && <p class="muted">{one.name}</p>}
          {one.withdrawn_on && <p class="box bad">{t("withdrawn", { on: day(one.withdrawn_on) })}</p>}
          <p class="pills">
            <span class="pill">{one.level_text}</span> <span class="pill">{one.online_text}</span>{" "}
            {one.essential && <span class="pill ok">{t("essential")}</span>}
          </p>
          <Ways one={one} />
          <Filing one={one} />
          <About one={one} />
          {one.same_as.length > 0 && (
            <section aria-labelledby="similar">
              <h2 id="similar">{t("similar")}</h2>
              <ul class="cards">
                {one.same_as.map((other) => (
                  <li key={other.code}>
                    <a class="card link" href={`#/s/${encodeURIComponent(other.code)}`}>
                      <b>{other.name}</b>
                      <small>
                        {other.issuer} · {other.code}
                      </small>
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </article>
      )}
    </Shown>
  );
};

export default ProcedureScreen;
