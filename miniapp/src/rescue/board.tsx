/** The command post: everything open, who waits first; asked every three seconds, which costs nothing while nothing changes. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { fitted } from "../places/map";
import { CommuneMapView } from "../places/map";
import type { View } from "../places/map-math";
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

/** Where they are; those without a position are said beside it, and all are in the list. */
function Map({ lines, onChoose }: { lines: Line[]; onChoose: (number: number) => void }) {
  const { map } = useCommuneMap(PROVINCE);
  const moved = useSignal<View | null>(null);
  const start = useRef<View | null>(null);
  if (!map) return null;
  start.current ??= fitted(map.extent, RATIO);
  const placed = lines.flatMap((line) => (line.lat === null || line.lon === null ? [] : [{ line, xy: map.projection.to({ lat: line.lat, lon: line.lon }) }]));
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
