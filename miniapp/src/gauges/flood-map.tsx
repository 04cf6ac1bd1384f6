/** Hazard reports, warnings and gauges in one picture: how old each is and whether checked; the same as a list; the last one offline. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { CommuneMapView, fitted } from "../places/map";
import type { View } from "../places/map-math";
import { cellAt, type CommuneMap, useCommuneMap } from "../places/topology";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { ago, number } from "../ui/words";
import "./gauges.css";
import { boxOf, type Mark, marksOf } from "./marks";
import { Stage } from "./parts";
import type { MapGauge, Picture } from "./shapes";
import { againstAlarm, amount, t } from "./words";

const RATIO = 0.9;
/** A view this much narrower than the province asks for its own window. */
const NEAR = 0.7;
const CALM_MS = 400;
const LISTED = 40;

const useWhole = () => useRead("flood-map", () => got(api.GET("/v1/flood-map")));
/** A window is not kept on the phone: offline there is the whole province. */
const useWindow = (box: string | null) =>
  useRead(box && `flood-map:${box}`, () => got(api.GET("/v1/flood-map", { params: { query: { box: box ?? "" } } })), { kept: false, fresh: 60_000 });

/** Shape as well as colour: full when checked, hollow when not; a number when there are several. */
function Drawn({ mark, r }: { mark: Pick<Mark, "verified" | "unverified">; r: number }) {
  const count = mark.verified + mark.unverified;
  const unsure = mark.verified ? "" : "unsure";
  return (
    <>
      <circle class={`flood-mark ${unsure}`} r={count > 1 ? r * 1.25 : r * 0.8} stroke-width={r / 5} />
      {count > 1 && (
        <text class={`flood-count ${unsure}`} font-size={r * 1.1}>
          {count > 999 ? "999+" : count}
        </text>
      )}
    </>
  );
}

function GaugeMark({ stage, r }: { stage: number | null; r: number }) {
  return (
    <>
      <rect class={`gauge-mark s${stage ?? 0}`} x={-r * 0.85} y={-r * 0.85} width={r * 1.7} height={r * 1.7} rx={r * 0.25} stroke-width={r / 6} />
      <text class="flood-count" font-size={r * 1.1}>
        {stage ?? "·"}
      </text>
    </>
  );
}

const FloodMap: Screen = () => {
  const { map } = useCommuneMap();
  const view = useSignal<View | null>(null);
  const box = useSignal<string | null>(null);
  const as = useSignal<"map" | "list">("map");
  const whole = useWhole();
  const near = useWindow(box.value);
  const everything = map ? fitted(map.extent, RATIO) : null;
  useEffect(() => {
    if (!map || !view.value || !everything) return;
    const now = view.value;
    const timer = setTimeout(() => (box.value = now.w < everything.w * NEAR ? boxOf(map, now) : null), CALM_MS);
    return () => clearTimeout(timer);
  }, [map, view.value]);
  return (
    <div class="stack">
      <Head title={t("map_title")} up="/canh-bao" />
      <a class="box bad" href="#/sos">
        <b>{t("danger")}</b>
      </a>
      <Chips
        name="as"
        legend={t("view")}
        value={as.value}
        onChoose={(value) => (as.value = value)}
        choices={[
          { value: "map", label: t("as_map"), icon: "map" },
          { value: "list", label: t("as_list"), icon: "list" },
        ]}
      />
      <Shown read={whole} always>
        {(province) => {
          const picture = (box.value && near.data) || province;
          return (
            <>
              {as.value === "map" && map && everything && (
                <div class="stack-small">
                  <Drawing map={map} picture={picture} view={view.value ?? everything} onView={(next) => (view.value = next)} />
                  {box.value && (
                    <button type="button" class="btn ghost small" onClick={() => ((view.value = everything), (box.value = null))}>
                      {t("whole")}
                    </button>
                  )}
                </div>
              )}
              <Lists map={map} picture={picture} narrowed={picture !== province} />
            </>
          );
        }}
      </Shown>
    </div>
  );
};

function Drawing({ map, picture, view, onView }: { map: CommuneMap; picture: Picture; view: View; onView: (view: View) => void }) {
  const marks = marksOf(picture);
  const alerted = new Map<string, number>();
  for (const alert of picture.alerts) for (const code of alert.commune_codes) alerted.set(code, Math.max(alerted.get(code) ?? 0, alert.risk_level));
  const label = t("map_label", { reports: marks.reduce((sum, one) => sum + one.verified + one.unverified, 0), alerts: picture.alerts.length, gauges: picture.gauges.length });
  return (
    <>
      <CommuneMapView map={map} label={label} view={view} onView={onView} classOf={(cell) => (alerted.has(cell.code) ? `alerted-${alerted.get(cell.code)}` : "")}>
        {(scale) => (
          <>
            {[...picture.gauges].reverse().map((one) => {
              const at = map.projection.to({ lat: one.lat, lon: one.lon });
              return (
                <g key={one.code} transform={`translate(${at.x} ${at.y})`}>
                  <GaugeMark stage={one.stage} r={scale * 9} />
                </g>
              );
            })}
            {marks.map((one) => {
              const at = map.projection.to(one);
              return (
                <g key={one.key} transform={`translate(${at.x} ${at.y})`}>
                  <Drawn mark={one} r={scale * 9} />
                </g>
              );
            })}
          </>
        )}
      </CommuneMapView>
      <ul class="flood-legend">
        <li>
          <svg viewBox="-12 -12 24 24" aria-hidden="true">
            <Drawn mark={{ verified: 1, unverified: 0 }} r={11} />
          </svg>
          {t("legend_verified")}
        </li>
        <li>
          <svg viewBox="-12 -12 24 24" aria-hidden="true">
            <Drawn mark={{ verified: 0, unverified: 1 }} r={11} />
          </svg>
          {t("legend_unverified")}
        </li>
        <li>
          <svg viewBox="-12 -12 24 24" aria-hidden="true">
            <GaugeMark stage={2} r={11} />
          </svg>
          {t("legend_gauge")}
        </li>
        <li>
          <svg viewBox="0 0 24 24" aria-hidden="true">
            <rect class="cell alerted-3" x="1" y="1" width="22" height="22" stroke-width="1.5" />
          </svg>
          {t("legend_alerted")}
        </li>
      </ul>
    </>
  );
}

function Lists({ map, picture, narrowed }: { map: CommuneMap | null; picture: Picture; narrowed: boolean }) {
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

function MarkLine({ mark, place }: { mark: Mark; place: string }) {
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

export default FloodMap;
