/** The command post: everything open, who waits first; asked every three seconds, which costs nothing while nothing changes. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { CommuneMapView, fitted } from "../places/map";
import type { View, XY } from "../places/map-math";
import { PROVINCE } from "../places/province";
import { useCommuneMap } from "../places/topology";
import { Icon } from "../ui/icon";
import { Empty, Head } from "../ui/page";
import { Loading } from "../ui/shown";
import { clock } from "../ui/words";
import { LineCard, t } from "./line";
import "./rescue.css";
import type { Line } from "./shapes";
import { alarm, silence, useBoard } from "./watching";

const RATIO = 0.9;
const LEAST_M = 6_000;

export const BoardScreen: Screen = () => {
  if (me.value?.roles.includes("officer")) return <Live />;
  return (
    <div class="stack">
      <Head title={t("board")} up="/" />
      <p>{t("only_command")}</p>
      <a class="btn" href="#/toi">
        {t("sign_in")}
      </a>
    </div>
  );
};

function Live() {
  const { board, at, failing, fresh } = useBoard();
  const loud = useSignal(false);
  const chosen = useSignal(0);
  useEffect(() => {
    if (fresh.value && loud.value) alarm();
  }, [fresh.value]);
  useEffect(() => silence, []);
  const now = board.value;
  return (
    <div class="stack board">
      <Head title={t("board")} up="/" />
      <div class="board-top">
        <p role="status" aria-live="polite" class={now?.waiting ? "state bad" : "state ok"}>
          {now ? t("counts", { waiting: now.waiting, open: now.open }) : t("loading")}
        </p>
        {now !== null && now.items.length > 0 && (
          <button type="button" class="btn ghost small to-map" onClick={() => document.querySelector(".board-map")?.scrollIntoView()}>
            <Icon name="pin" />
            {t("to_map")}
          </button>
        )}
        <button type="button" class="btn ghost small" aria-pressed={loud.value} onClick={() => (loud.value = !loud.value)}>
          <Icon name="bell" />
          {t(loud.value ? "sound_on" : "sound_off")}
        </button>
      </div>
      <p class={failing.value ? "box bad" : "muted"} role={failing.value ? "alert" : undefined}>
        {at.value ? t(failing.value ? "stale" : "as_of", { at: clock(at.value) }) : failing.value ? t("unreachable") : ""}
      </p>
      {fresh.value > 0 && (
        <p class="box bad" role="alert">
          {t("fresh", { n: fresh.value })}
        </p>
      )}
      {!now ? (
        !failing.value && <Loading />
      ) : now.items.length === 0 ? (
        <Empty title={t("none_open")}>
          <p>{t("none_open_hint")}</p>
        </Empty>
      ) : (
        <div class="board-two">
          <ul class="cards" aria-label={t("list")}>
            {now.items.map((line) => (
              <LineCard key={line.id} line={line} chosen={line.number === chosen.value} />
            ))}
          </ul>
          <Map
            lines={now.items}
            onChoose={(number) => {
              chosen.value = number;
              document.getElementById(`ca-${number}`)?.scrollIntoView({ block: "center" });
            }}
          />
        </div>
      )}
    </div>
  );
}

/** A window that holds all of them, never closer than a few kilometres. */
function around(spots: XY[]): View {
  const xs = spots.map((spot) => spot.x);
  const ys = spots.map((spot) => spot.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  const w = Math.max(...xs) - x;
  const h = Math.max(...ys) - y;
  const wide = Math.max(w, h, LEAST_M) * 1.2;
  return { x: x + w / 2 - wide / 2, y: y + h / 2 - wide / 2, w: wide, h: wide };
}

/** Where they are; those without a position are said beside it, and all are in the list. */
function Map({ lines, onChoose }: { lines: Line[]; onChoose: (number: number) => void }) {
  const { map } = useCommuneMap(PROVINCE);
  const moved = useSignal<View | null>(null);
  const start = useRef<View | null>(null);
  if (!map) return null;
  const placed = lines.flatMap((line) => (line.lat === null || line.lon === null ? [] : [{ line, xy: map.projection.to({ lat: line.lat, lon: line.lon }) }]));
  start.current ??= fitted(placed.length ? around(placed.map((one) => one.xy)) : map.extent, RATIO);
  return (
    <div class="board-map">
      <CommuneMapView
        map={map}
        label={t("map_label", { n: placed.length })}
        view={moved.value ?? start.current}
        onView={(view) => (moved.value = view)}
        onTap={(tap) => {
          const reach = (moved.value ?? start.current ?? map.extent).w / 25;
          const near = placed.map((one) => ({ ...one, far: Math.hypot(one.xy.x - tap.x, one.xy.y - tap.y) })).sort((a, b) => a.far - b.far)[0];
          if (near && near.far < reach) onChoose(near.line.number);
        }}
      >
        {(scale) =>
          [...placed].reverse().map(({ line, xy }) => (
            <g key={line.id} class={`pin rank-${line.rank}${line.held ? " held" : ""}`}>
              <circle cx={xy.x} cy={xy.y} r={scale * 11} stroke-width={scale * 2} />
              <text x={xy.x} y={xy.y} font-size={scale * 11} text-anchor="middle" dominant-baseline="central">
                {line.number}
              </text>
            </g>
          ))
        }
      </CommuneMapView>
      {placed.length < lines.length && <p class="muted">{t("unplaced", { n: lines.length - placed.length })}</p>}
    </div>
  );
}
