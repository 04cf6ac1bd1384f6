/** Hazard reports, warnings and gauges in one picture: how old each is and whether checked; the same as a list; the last one offline. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { type Read, useRead } from "../api/read";
import { me, mode } from "../api/session";
import type { Screen } from "../main/router";
import { CommuneMapView, fitted } from "../places/map";
import type { View } from "../places/map-math";
import { cellAt, type CommuneMap, useCommuneMap } from "../places/topology";
import { Chips } from "../ui/form";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { Lists, MarkLine, Rescues } from "./flood-lists";
import "./gauges.css";
import { boxOf, type Mark, marksOf, tapped } from "./marks";
import type { CommandPicture, MapRescue, Picture } from "./shapes";
import { t } from "./words";

const RATIO = 0.9;
/** A view this much narrower than the province asks for its own window. */
const NEAR = 0.7;
const CALM_MS = 400;
/** A finger, as a share of the map's width. */
const FINGER = 0.07;

const useWhole = (wanted: boolean) => useRead(wanted ? "flood-map" : null, () => got(api.GET("/v1/flood-map")));
/** The command post's: with the open calls for help. Never kept on the phone. */
const useCommand = (wanted: boolean) => useRead<CommandPicture>(wanted ? `me:flood-map:${me.value?.id}` : null, () => got(api.GET("/v1/flood-map/command")), { kept: false });
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

function RescueMark({ r }: { r: number }) {
  return (
    <>
      <path class="rescue-mark" d={`M0 ${-r}L${r} 0L0 ${r}L${-r} 0Z`} stroke-width={r / 6} />
      <text class="flood-count" font-size={r * 1.1}>
        !
      </text>
    </>
  );
}

const FloodMap: Screen = () => {
  const { map } = useCommuneMap();
  const view = useSignal<View | null>(null);
  const box = useSignal<string | null>(null);
  const as = useSignal<"map" | "list">("map");
  const command = mode.value === "officer";
  const open = useWhole(!command);
  const closed = useCommand(command);
  const whole: Read<Picture> = command ? closed : open;
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
      {!command && (
        <a class="box bad" href="#/sos">
          <b>{t("danger")}</b>
        </a>
      )}
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
                  <Drawing map={map} picture={picture} rescues={command ? (closed.data?.rescues ?? []) : []} view={view.value ?? everything} onView={(next) => (view.value = next)} />
                  {box.value && (
                    <button type="button" class="btn ghost small" onClick={() => ((view.value = everything), (box.value = null))}>
                      {t("whole")}
                    </button>
                  )}
                </div>
              )}
              {command && closed.data && <Rescues map={map} picture={closed.data} />}
              <Lists map={map} picture={picture} narrowed={picture !== province} />
            </>
          );
        }}
      </Shown>
    </div>
  );
};

interface DrawingProps {
  map: CommuneMap;
  picture: Picture;
  rescues: MapRescue[];
  view: View;
  onView: (view: View) => void;
}

function Drawing({ map, picture, rescues, view, onView }: DrawingProps) {
  const marks = marksOf(picture);
  const picked = useSignal<string | null>(null);
  const shown = marks.find((one) => one.key === picked.value);
  const alerted = new Map<string, number>();
  for (const alert of picture.alerts) for (const code of alert.commune_codes) alerted.set(code, Math.max(alerted.get(code) ?? 0, alert.risk_level));
  const label = t("map_label", { reports: marks.reduce((sum, one) => sum + one.verified + one.unverified, 0), alerts: picture.alerts.length, gauges: picture.gauges.length });
  return (
    <>
      <CommuneMapView
        map={map}
        label={label}
        view={view}
        onView={onView}
        onTap={(at) => (picked.value = tapped(marks, map, at, view.w * FINGER)?.key ?? null)}
        classOf={(cell) => (alerted.has(cell.code) ? `alerted-${alerted.get(cell.code)}` : "")}
      >
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
                  {one === shown && <circle class="flood-picked" r={scale * 16} stroke-width={scale * 3} />}
                  <Drawn mark={one} r={scale * 9} />
                </g>
              );
            })}
            {rescues.map((one) => {
              const at = map.projection.to(one);
              return (
                <g key={one.id} transform={`translate(${at.x} ${at.y})`}>
                  <RescueMark r={scale * 11} />
                </g>
              );
            })}
          </>
        )}
      </CommuneMapView>
      <div role="status">{shown ? <MarkLine mark={shown} place={cellAt(map, shown)?.full_name ?? ""} /> : marks.length > 0 && <p class="muted">{t("tap_mark")}</p>}</div>
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
        {rescues.length > 0 && (
          <li>
            <svg viewBox="-12 -12 24 24" aria-hidden="true">
              <RescueMark r={11} />
            </svg>
            {t("legend_rescue")}
          </li>
        )}
      </ul>
    </>
  );
}

export default FloodMap;
