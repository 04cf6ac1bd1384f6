/** Rivers, rain and reservoirs: the nearest first, each with its alarm, its value and the value's age. */
import { useSignal } from "@preact/signals";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { metresBetween, type Point } from "../places/map-math";
import { useCommuneMap } from "../places/topology";
import { platform } from "../platform";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { distance } from "../ui/words";
import "./gauges.css";
import { Standing } from "./parts";
import type { Station } from "./shapes";
import { useBoard } from "./wire";
import { t } from "./words";

const KINDS = ["all", "river", "rain", "reservoir"] as const;
type Kind = (typeof KINDS)[number];

const pointOf = ({ lat, lon }: Pick<Station, "lat" | "lon">): Point | null => (lat === null || lon === null ? null : { lat, lon });

/** The nearest first when we know from where; otherwise the highest alarm first. */
export function inOrder(stations: Station[], from: Point | null): Station[] {
  const far = (one: Station) => {
    const at = pointOf(one);
    return from && at ? metresBetween(from, at) : Number.POSITIVE_INFINITY;
  };
  const alarm = (one: Station) => one.alarm?.stage ?? -1;
  return [...stations].sort((a, b) => (from ? far(a) - far(b) : 0) || alarm(b) - alarm(a));
}

/** One sentence on all rivers. */
export function finding(stations: Station[]): string {
  const risen = stations.filter((one) => (one.alarm?.stage ?? 0) > 0).sort((a, b) => (b.alarm?.stage ?? 0) - (a.alarm?.stage ?? 0));
  if (!risen.length) return t("sum_calm");
  return t("sum_rivers", { n: risen.length, names: risen.map((one) => `${one.name} (${one.alarm?.words ?? ""})`).join(", ") });
}

const GaugeBoard: Screen = () => {
  const read = useBoard();
  const { map } = useCommuneMap();
  const kind = useSignal<Kind>("all");
  const here = useSignal<Point | null>(null);
  const busy = useSignal(false);
  const home = homeCommune.value;
  const cell = map?.cells.find((one) => one.code === home?.code);
  const from = here.value ?? (map && cell ? map.projection.from(cell.middle) : null);
  const find = async () => {
    busy.value = true;
    try {
      here.value = await platform.locate();
    } catch {
      say(t("near_unknown"));
    }
    busy.value = false;
  };
  const order = busy.value ? t("finding") : here.value ? t("order_here") : from ? t("order_near", { place: home?.full_name ?? "" }) : t("order_alarm");
  return (
    <div class="stack">
      <Head title={t("title")} up="/canh-bao" />
      <Shown read={read} always empty={{ when: (board) => !board.items.length, title: t("none") }}>
        {(board) => {
          const shown = inOrder(board.items, from).filter((one) => kind.value === "all" || one.kind === kind.value);
          return (
            <>
              <p class={board.items.some((one) => (one.alarm?.stage ?? 0) > 0) ? "box wait" : "box"}>{finding(board.items)}</p>
              <a class="btn wide ghost" href="#/ban-do-lu">
                <Icon name="map" />
                {t("map_link")}
              </a>
              <Chips name="kind" legend={t("kind")} value={kind.value} onChoose={(value) => (kind.value = value)} choices={KINDS.map((value) => ({ value, label: t(`kind_${value}`) }))} />
              <div class="row-head">
                <p role="status" class="muted">
                  {order}
                </p>
                {!here.value && (
                  <button type="button" class="as-link" onClick={() => void find()}>
                    {t("near_me")}
                  </button>
                )}
              </div>
              {!shown.length && <p class="muted">{t("none_kind")}</p>}
              <ul class="cards">
                {shown.map((one) => (
                  <li key={one.code}>
                    <StationCard station={one} from={from} />
                  </li>
                ))}
              </ul>
              {board.cameras.length > 0 && (
                <section class="stack-small camera-list">
                  <h2>{t("cameras")}</h2>
                  <ul class="cards">
                    {board.cameras.map((one) => (
                      <li key={one.code} class="card">
                        <a href={one.url} target="_blank" rel="noopener noreferrer">
                          <Icon name="camera" />
                          {one.name}
                        </a>
                        <small>{t("camera_by", { place: one.place, owner: one.owner })}</small>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Shown>
    </div>
  );
};

function StationCard({ station, from }: { station: Station; from: Point | null }) {
  const at = pointOf(station);
  return (
    <a class="card link" href={`#/muc-nuoc/${station.code}`}>
      <b>{station.name}</b> {station.demo && <span class="pill">{t("demo")}</span>}
      <small>
        {[station.river && t("on_river", { river: station.river }), station.place, from && at && distance(metresBetween(from, at))].filter(Boolean).join(" · ")}
      </small>
      <Standing station={station} />
    </a>
  );
}

export default GaugeBoard;
