/** The same picture as lists: who needs rescue (command post), warnings, reports with age and check, gauges. */
import { homeCommune } from "../places/home";
import { cellAt, type CommuneMap } from "../places/topology";
import { Icon } from "../ui/icon";
import { ago, number } from "../ui/words";
import { type Mark, marksOf } from "./marks";
import { Stage } from "./parts";
import type { CommandPicture, MapGauge, Picture } from "./shapes";
import { againstAlarm, amount, t } from "./words";

const LISTED = 40;

export function Rescues({ map, picture }: { map: CommuneMap | null; picture: CommandPicture }) {
  return (
    <section class="stack-small">
      <div class="row-head">
        <h2>{t("rescues_head", { n: picture.rescues.length })}</h2>
        <a href="#/cuu-ho">{t("rescue_board")}</a>
      </div>
      {picture.unplaced > 0 && <p class="box wait">{t("unplaced", { n: picture.unplaced })}</p>}
      <ul class="cards">
        {picture.rescues.slice(0, LISTED).map((one) => (
          <li key={one.id}>
            <a class="card link" href={`#/cuu-ho/ca/${one.id}`}>
              <b>{t("rescue_line", { n: one.number })}</b>
              <small>
                {map && `${cellAt(map, one)?.full_name ?? ""} · `}
                {ago(one.opened_at)} · {t(one.acknowledged ? "rescue_seen" : "rescue_new")}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Lists({ map, picture, narrowed }: { map: CommuneMap | null; picture: Picture; narrowed: boolean }) {
  const home = homeCommune.value?.code;
  const marks = marksOf(picture).map((mark) => ({ mark, cell: map ? cellAt(map, mark) : null }));
  // At home first, then the newest.
  marks.sort((a, b) => Number(b.cell?.code === home) - Number(a.cell?.code === home) || b.mark.newest.localeCompare(a.mark.newest));
  return (
    <>
      <section class="stack-small">
        <h2>{t("alerts_head")}</h2>
        {!picture.alerts.length && <p class="muted">{t("alerts_none")}</p>}
        <ul class="cards">
          {picture.alerts.map((one) => (
            <li key={one.id}>
              <a class="card link" href={`#/canh-bao/${one.id}`}>
                <b>{one.headline}</b>
                <small>
                  {one.status === "exercise" && <b>{t("drill")} · </b>}
                  {t("risk_level", { n: one.risk_level })} · {one.hazard_name} · {ago(one.sent_at)}
                </small>
              </a>
            </li>
          ))}
        </ul>
      </section>
      <section class="stack-small">
        <h2>{t("reports_head", { hours: picture.hours })}</h2>
        {narrowed && <p class="muted">{t("window")}</p>}
        {!marks.length && <p class="muted">{t("reports_none")}</p>}
        <ul class="cards">
          {marks.slice(0, LISTED).map(({ mark, cell }) => (
            <li key={mark.key}>
              <MarkLine mark={mark} place={cell?.full_name ?? ""} />
            </li>
          ))}
        </ul>
        <p class="hint">{t("map_note")}</p>
      </section>
      <section class="stack-small">
        <div class="row-head">
          <h2>{t("gauges_head")}</h2>
          <a href="#/muc-nuoc">{t("board_link")}</a>
        </div>
        <ul class="cards">
          {picture.gauges.map((one) => (
            <li key={one.code}>
              <GaugeLine gauge={one} />
            </li>
          ))}
        </ul>
      </section>
      <a class="btn wide" href="#/p/moi">
        <Icon name="camera" />
        {t("report_one")}
      </a>
    </>
  );
}

/** One point or cluster: what, where, how old, and how many were checked. */
export function MarkLine({ mark, place }: { mark: Mark; place: string }) {
  const count = mark.verified + mark.unverified;
  const checked =
    count === 1
      ? t(mark.verified ? "verified" : "unverified")
      : [mark.verified && t("verified_some", { n: number(mark.verified) }), mark.unverified && t("unverified_some", { n: number(mark.unverified) })].filter(Boolean).join(", ");
  const body = (
    <>
      <b>
        {count > 1 && `${number(count)} × `}
        {t(`sign_${mark.sign}`)}
      </b>
      <small>
        {place && `${place} · `}
        {count > 1 ? t("newest", { when: ago(mark.newest) }) : ago(mark.newest)}
      </small>
      <span class={`state ${mark.verified ? "ok" : "wait"}`}>{checked}</span>
    </>
  );
  return mark.report ? (
    <a class="card link" href={`#/gan/${mark.report}`}>
      {body}
    </a>
  ) : (
    <div class="card">{body}</div>
  );
}

function GaugeLine({ gauge }: { gauge: MapGauge }) {
  return (
    <a class="card link" href={`#/muc-nuoc/${gauge.code}`}>
      <b>{gauge.name}</b> {gauge.stage !== null && <Stage stage={gauge.stage} />}
      {gauge.level !== null && gauge.level_at !== null && (
        <small>
          {amount(gauge.level, "m")}
          {gauge.stage !== null && gauge.reference_level !== null && ` · ${againstAlarm(gauge.stage, gauge.level, gauge.reference_level)}`} · {t("measured", { when: ago(gauge.level_at) })}
        </small>
      )}
      {gauge.rain_24h !== null && gauge.rain_at !== null && (
        <small>
          {t("q_rain_24h")}: {amount(gauge.rain_24h, "mm")} · {t("measured", { when: ago(gauge.rain_at) })}
        </small>
      )}
      {gauge.level === null && gauge.rain_24h === null && <small>{t("no_value")}</small>}
    </a>
  );
}
