/** The pin: tap on the sketch, nudge by 20 m, or the phone's own position; then which commune. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import type { Candidate } from "../api/types";
import { CommuneMapView, fitted } from "../places/map";
import { around, centreOf, moved, type Point } from "../places/map-math";
import { homeCommune } from "../places/home";
import { cellAt, nearestCells, useCommuneMap } from "../places/topology";
import { platform } from "../platform";
import { Chips, Tick } from "../ui/form";
import { Icon, type IconName } from "../ui/icon";
import { Loading } from "../ui/shown";
import { distance, words } from "../ui/words";
import { isPoor, PHOTO_FAR_M } from "./draft";
import vi from "./vi.json";

const t = words(vi);
const STEP = 20;
const CLOSE = 1_500;
const RATIO = 0.9;

export interface Where extends Point {
  accuracy_m: number | null;
  pin: "gps" | "photo" | "hand";
}

export interface Placed {
  code: string;
  name: string;
}

interface Props {
  where: Where | null;
  onWhere: (where: Where) => void;
  commune: Placed | null;
  onCommune: (commune: Placed | null, confirmed: boolean) => void;
  wrongWhere?: string | undefined;
  wrongCommune?: string | undefined;
  note?: string | undefined;
  sure: boolean;
  onSure: (sure: boolean) => void;
  /** A photo was taken this far from the pin, there. */
  far: { metres: number; point: Point } | null;
}

type Toward = "north" | "west" | "east" | "south";

const NUDGES: { icon: IconName; word: Toward; north: number; east: number }[] = [
  { icon: "up", word: "north", north: STEP, east: 0 },
  { icon: "back", word: "west", north: 0, east: -STEP },
  { icon: "next", word: "east", north: 0, east: STEP },
  { icon: "down", word: "south", north: -STEP, east: 0 },
];

export function WhereField({ where, onWhere, commune, onCommune, wrongWhere, wrongCommune, note, sure, onSure, far }: Props) {
  const { read, map } = useCommuneMap();
  const view = useSignal<ReturnType<typeof fitted> | null>(null);
  const gps = useSignal<"idle" | "busy" | "failed">("idle");
  const candidates = useSignal<Placed[]>([]);
  const all = useSignal(false);
  const toward = useSignal<Toward | null>(null);

  // Begin at home: the person's own commune, else the whole province.
  useEffect(() => {
    if (!map || view.value) return;
    const home = map.cells.find((cell) => cell.code === homeCommune.value?.code);
    view.value = where ? around(map.projection.to(where), CLOSE, RATIO) : home ? around(home.middle, 6_000, RATIO) : fitted(map.extent, RATIO);
  }, [map]);

  useEffect(() => {
    if (!where) return;
    const local = map ? nearestCells(map, where, 3) : [];
    const home = map ? cellAt(map, where) : null;
    const offline = [...(home ? [home] : []), ...local.filter((cell) => cell.code !== home?.code)].slice(0, 3);
    const name = (cell: { full_name: string }) => cell.full_name;
    candidates.value = offline.map((cell) => ({ code: cell.code, name: name(cell) }));
    let live = true;
    const timer = setTimeout(() => {
      got(
        api.GET("/v1/locate", {
          params: { query: { lat: where.lat, lon: where.lon, ...(where.accuracy_m === null ? {} : { accuracy_m: where.accuracy_m }) } },
        }),
      ).then(
        (found) => {
          if (!live) return;
          candidates.value = found.candidates.slice(0, 3).map((one: Candidate) => ({ code: one.code, name: one.full_name }));
          const [only] = candidates.value;
          if (only && !found.confirm && !isPoor(where)) onCommune(only, true);
          else if (commune && !candidates.value.some((one) => one.code === commune.code)) onCommune(null, false);
        },
        () => undefined,
      );
    }, 250);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [where?.lat, where?.lon, map]);

  const place = (point: Point, accuracy_m: number | null, pin: Where["pin"], moved: Toward | null = null) => {
    toward.value = moved;
    onWhere({ ...point, accuracy_m, pin });
  };
  const locate = async () => {
    gps.value = "busy";
    try {
      const spot = await platform.locate();
      place(spot, spot.accuracy_m, "gps");
      if (map) view.value = around(map.projection.to(spot), CLOSE, RATIO);
      gps.value = "idle";
    } catch {
      gps.value = "failed";
    }
  };
  const nudge = ({ north, east, word }: (typeof NUDGES)[number]) => {
    if (!where) return;
    const next = moved(where, north, east);
    place(next, isPoor(where) ? null : where.accuracy_m, "hand", word);
    if (!map || !view.value) return;
    const at = map.projection.to(next);
    const now = view.value;
    if (at.x < now.x || at.x > now.x + now.w || at.y < now.y || at.y > now.y + now.h) view.value = { ...now, x: at.x - now.w / 2, y: at.y - now.h / 2 };
  };

  const communes = (map?.cells ?? []).map((cell) => ({ code: cell.code, name: cell.full_name })).sort((a, b) => a.name.localeCompare(b.name, "vi"));
  // Words, never coordinates: where the person says it is, else the likeliest.
  const said = commune?.name ?? candidates.value[0]?.name;
  const picked = commune && !candidates.value.some((one) => one.code === commune.code) ? [commune] : [];
  return (
    <>
      <section id="where" tabIndex={-1} class={wrongWhere ? "field bad" : "field"} aria-labelledby="where-title">
        <h2 id="where-title">{t("where")}</h2>
        <p class="hint">{t("where_hint")}</p>
        {wrongWhere && <p class="error">{wrongWhere}</p>}
        <div class="actions where-gps">
          <button type="button" class="btn ghost" onClick={() => void locate()} aria-disabled={gps.value === "busy"}>
            <Icon name="target" />
            {gps.value === "busy" ? t("gps_busy") : t("gps")}
          </button>
          {map && view.value && (
            <button type="button" class="btn ghost" onClick={() => view.value && place(map.projection.from(centreOf(view.value)), null, "hand")}>
              <Icon name="pin" />
              {t("pin_middle")}
            </button>
          )}
        </div>
        <p role="status" class={gps.value === "failed" ? "error" : "hint"}>
          {gps.value === "failed" ? t("gps_failed") : (note ?? "")}
        </p>
        {map && view.value ? (
          <CommuneMapView
            map={map}
            label={t("map_label")}
            view={view.value}
            onView={(next) => (view.value = next)}
            onTap={(xy) => place(map.projection.from(xy), null, "hand")}
            classOf={(cell) => (cell.code === commune?.code ? "here" : "")}
          >
            {(scale) => {
              if (!where) return null;
              const at = map.projection.to(where);
              return (
                <g class="pin" transform={`translate(${at.x} ${at.y}) scale(${scale})`}>
                  {where.accuracy_m && <circle class="halo" r={Math.max(14, where.accuracy_m / scale)} stroke-width="1" />}
                  <path class="spot" d="M0 0C-10 -12 -13 -17 -13 -24a13 13 0 0 1 26 0C13 -17 10 -12 0 0z" stroke-width="2" />
                  <circle r="5" cy="-24" fill="#fff" />
                </g>
              );
            }}
          </CommuneMapView>
        ) : read.failure ? (
          <p class="box wait">{t("no_map")}</p>
        ) : (
          <Loading rows={2} />
        )}
        {where && (
          <div class="nudge">
            <p role="status">
              {said ? t("spot_in", { place: said }) : t("spot_set")}
              {where.accuracy_m ? <> · {t("spot_accuracy", { m: Math.max(1, Math.round(where.accuracy_m)) })}</> : null}
              {toward.value && (
                <>
                  <br />
                  {t("spot_moved", { toward: t(`toward_${toward.value}`) })}
                </>
              )}
            </p>
            <div class="nudge-keys">
              {NUDGES.map((one) => (
                <button key={one.word} type="button" aria-label={t(one.word)} onClick={() => nudge(one)}>
                  <Icon name={one.icon} />
                </button>
              ))}
            </div>
          </div>
        )}
        {where && isPoor(where) && (
          <div class="box wait stack-small" role="alert">
            <p>{t("poor", { m: Math.round(where.accuracy_m ?? 0) })}</p>
            <Tick label={t("poor_sure")} checked={sure} onChange={onSure} />
          </div>
        )}
        {where && far && far.metres > PHOTO_FAR_M + (where.accuracy_m ?? 0) && (
          <div class="box wait stack-small" role="alert">
            <p>{t("photo_far", { distance: distance(far.metres) })}</p>
            <button type="button" class="btn ghost" onClick={() => place(far.point, null, "photo")}>
              {t("photo_far_use")}
            </button>
          </div>
        )}
      </section>
      {(where || !map) && (
        <Chips
          name="commune"
          legend={t("commune")}
          hint={t("commune_hint")}
          error={wrongCommune}
          value={all.value ? "" : (commune?.code ?? null)}
          onChoose={(code) => {
            all.value = code === "";
            const one = [...candidates.value, ...picked].find((other) => other.code === code);
            onCommune(one ?? null, Boolean(one));
          }}
          choices={[...candidates.value, ...picked].map((one) => ({ value: one.code, label: one.name })).concat({ value: "", label: t("commune_other") })}
        />
      )}
      {all.value && (
        <div class="field">
          <label for="commune-all">{t("commune_pick")}</label>
          <select
            id="commune-all"
            onChange={(event) => {
              const one = communes.find((other) => other.code === event.currentTarget.value);
              if (!one) return;
              all.value = false;
              onCommune(one, true);
            }}
          >
            <option value="">…</option>
            {communes.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      )}
    </>
  );
}
