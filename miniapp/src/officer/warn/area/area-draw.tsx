/** The board: taps on the map or pasted points make a polygon, a middle and a radius a circle. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { Refused, whyNotInFull } from "../../../api/failure";
import { CommuneMapView, fitted } from "../../../places/map";
import type { View, XY } from "../../../places/map-math";
import { type CommuneMap, useCommuneMap } from "../../../places/topology";
import { Field } from "../../../ui/form";
import { Failed, Loading } from "../../../ui/shown";
import { Drawn } from "../../../alerts/drawn";
import "../../../alerts/alerts.css";
import type { Touched } from "../../shapes";
import { lookAtArea } from "../wire";
import type { Filling, LatLon, Round } from "../filling";
import { closed, pointsOf, typedOf } from "./points";
import { t } from "./words";

const RATIO = 0.8;
export interface BoardProps {
  province: string;
  way: "polygon" | "circle";
  now: Filling;
  set: (part: Partial<Filling>) => void;
}

export default function Board({ province, now, set, way }: BoardProps) {
  const { read, map } = useCommuneMap(province);
  if (!map) return read.failure ? <Failed failure={read.failure} again={read.again} /> : <Loading />;
  return <Drawing map={map} now={now} set={set} way={way} />;
}

function Drawing({ map, now, set, way }: { map: CommuneMap; now: Filling; set: BoardProps["set"]; way: BoardProps["way"] }) {
  const view = useSignal<View>(fitted(map.extent, RATIO));
  const points = useSignal<LatLon[]>((now.polygons[0] ?? []).slice(0, -1));
  const typed = useSignal(typedOf(points.value));
  const round = now.circles[0];
  const radius = useSignal(String(round?.radius_km ?? 5));
  const seen = useSignal<Touched | null>(null);
  const fault = useSignal("");
  const drawn = JSON.stringify([now.polygons, now.circles]);

  useEffect(() => {
    if (!now.polygons.length && !now.circles.length) {
      seen.value = null;
      fault.value = "";
      return;
    }
    let stale = false;
    const timer = setTimeout(() => {
      lookAtArea(now.polygons, now.circles).then(
        (found) => {
          if (stale) return;
          seen.value = found;
          fault.value = found.communes.length ? "" : t("area_none");
        },
        (error) => {
          if (stale) return;
          seen.value = null;
          fault.value = error instanceof Refused ? whyNotInFull(error, "") : t("area_net");
        },
      );
    }, 400);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [drawn]);

  const use = (next: LatLon[]) => {
    points.value = next;
    set({ polygons: next.length > 2 ? [closed(next)] : [] });
  };
  const middle = (lat: number, lon: number) => set({ circles: [{ lat, lon, radius_km: km(radius.value) } satisfies Round] });
  const tap = (xy: XY) => {
    const { lat, lon } = map.projection.from(xy);
    const at: LatLon = [Number(lat.toFixed(5)), Number(lon.toFixed(5))];
    if (way === "circle") middle(...at);
    else {
      use([...points.value, at]);
      typed.value = typedOf(points.value);
    }
  };
  const names = seen.value?.communes.map((one) => one.name) ?? [];
  return (
    <div class="stack-small" id="area">
      <p class="hint">{t(way === "circle" ? "tap_circle" : "tap_polygon")}</p>
      <CommuneMapView
        map={map}
        label={t("area_map")}
        view={view.value}
        onView={(next) => (view.value = next)}
        onTap={tap}
        classOf={(cell) => (seen.value?.communes.some((one) => one.code === cell.code) ? "chosen" : "")}
      >
        {(scale) => <Drawn projection={map.projection} polygons={now.polygons} circles={now.circles} points={way === "polygon" ? points.value : []} scale={scale} />}
      </CommuneMapView>
      {way === "polygon" ? (
        <>
          <Field
            id="points"
            label={t("points")}
            hint={t("points_hint")}
            lines={4}
            value={typed.value}
            onInput={(value) => {
              typed.value = value;
              const found = pointsOf(value);
              use(found.length > 1 && String(found[0]) === String(found.at(-1)) ? found.slice(0, -1) : found);
            }}
          />
          <div class="actions">
            <button
              type="button"
              class="btn ghost"
              disabled={!points.value.length}
              onClick={() => {
                use(points.value.slice(0, -1));
                typed.value = typedOf(points.value);
              }}
            >
              {t("point_undo")}
            </button>
            <button
              type="button"
              class="btn ghost"
              disabled={!points.value.length}
              onClick={() => {
                use([]);
                typed.value = "";
              }}
            >
              {t("points_clear")}
            </button>
          </div>
        </>
      ) : (
        <>
          <Field
            id="middle"
            label={t("middle")}
            hint={t("middle_hint")}
            value={round ? `${round.lat} ${round.lon}` : ""}
            onInput={(value) => {
              const [found] = pointsOf(value);
              if (found) middle(...found);
            }}
          />
          <Field
            id="radius"
            label={t("radius")}
            value={radius.value}
            input={{ inputMode: "decimal" }}
            onInput={(value) => {
              radius.value = value;
              if (round) set({ circles: [{ ...round, radius_km: km(value) }] });
            }}
          />
        </>
      )}
      <p role="status" class={fault.value ? "error" : "muted"}>
        {fault.value || (names.length ? t(seen.value?.method === "boundary" ? "touched" : "touched_about", { n: names.length, names: names.join(", ") }) : t("area_empty"))}
      </p>
    </div>
  );
}

const km = (word: string) => Math.min(500, Math.max(0.1, Number(word.replace(",", ".")) || 1));
