/** C6: verified reports around me, on the sketch and as a list of the same; no persons. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import type { PublicReport } from "../../api/types";
import type { Screen } from "../../main/router";
import { homeCommune } from "../../places/home";
import { CommuneMapView, fitted } from "../../places/map";
import { around, metresBetween, type Point, type View } from "../../places/map-math";
import { useCommuneMap } from "../../places/topology";
import { platform } from "../../platform";
import { Chips } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { ago, distance, words } from "../../ui/words";
import { useCategories } from "../categories";
import { inOrder, type Order, pinOf } from "../order";
import "../reports.css";
import { Standing } from "../standing";
import { isOver, stateTone } from "../states";
import "./around.css";
import vi from "./vi.json";

const t = words(vi);
const RATIO = 0.9;
const MOST = 100;
/** Degrees: the window around somebody is three of these wide, some 6 km. */
const STEP = 0.02;

/** The window around where somebody stands, widened to whole steps: neighbours ask for the same, and caches answer. */
function boxAround({ lat, lon }: Point): string {
  const [south, west] = [lat - STEP, lon - STEP].map((edge) => Math.floor(edge / STEP) * STEP) as [number, number];
  return [west, south, west + 3 * STEP, south + 3 * STEP].map((edge) => edge.toFixed(2)).join(",");
}

const ask = (query: { commune?: string; bbox?: string }) => got(api.GET("/v1/reports", { params: { query: { limit: MOST, ...query } } }));
const together = (...pages: { items: PublicReport[] }[]) => [...new Map(pages.flatMap((page) => page.items).map((line) => [line.id, line])).values()];

/** The newest of the province; when those are not all, the newest of the person's commune as well. */
async function askNear(commune: string | undefined): Promise<{ items: PublicReport[] }> {
  const newest = await ask({});
  if (!newest.next || !commune) return newest;
  return { items: together(newest, await ask({ commune })) };
}

/** Shape as well as colour: a triangle is open, a disc is done; wide and hollow where only the commune is known. */
function Mark({ over, r, vague = false }: { over: boolean; r: number; vague?: boolean }) {
  if (vague) return <circle class={`near-mark vague ${over ? "closed" : "open"}`} r={r * 2} stroke-width={r / 4} stroke-dasharray={`${r * 0.7} ${r * 0.5}`} />;
  return over ? (
    <circle class="near-mark closed" r={r} stroke-width={r / 5} />
  ) : (
    <path class="near-mark open" d={`M0 ${-r * 1.2}L${r * 1.1} ${r * 0.8}L${-r * 1.1} ${r * 0.8}Z`} stroke-width={r / 5} />
  );
}

function Away({ pin, from }: { pin: Point | null; from: Point | null }) {
  if (!pin) return <> · {t("vague")}</>;
  return from && <> · {distance(metresBetween(pin, from))}</>;
}

const Near: Screen = () => {
  const { map } = useCommuneMap();
  const view = useSignal<View | null>(null);
  const as = useSignal<"map" | "list">("map");
  const group = useSignal("");
  const home = homeCommune.value;
  const categories = useCategories();
  const here = useSignal<Point | null>(null);
  const read = useRead(`near:${home?.code ?? ""}`, () => askNear(home?.code));
  const box = here.value && boxAround(here.value);
  // What is around where one stands is not kept on the phone: offline there is the rest.
  const closer = useRead(box && `near:${box}`, () => ask({ bbox: box ?? "" }), { kept: false });
  const finding = useSignal(false);
  const chosen = useSignal<Order | null>(null);
  const tops = (categories.data?.items ?? []).filter((one) => !one.parent_code);
  const middle: Point | null = (() => {
    const cell = map?.cells.find((one) => one.code === home?.code);
    return map && cell ? map.projection.from(cell.middle) : null;
  })();
  const centre = here.value ?? middle;
  const order: Order = chosen.value ?? (centre ? "near" : "new");
  const choose = async (by: Order) => {
    if (by === "new" || centre) {
      chosen.value = by;
      return;
    }
    finding.value = true;
    try {
      here.value = await platform.locate();
      chosen.value = by;
      if (map) view.value = around(map.projection.to(here.value), 9_000, RATIO);
    } catch {
      chosen.value = "new";
      say(t("near_unknown"));
    }
    finding.value = false;
  };
  const orderWords = () => {
    if (finding.value) return t("gps_busy");
    if (order === "new") return t("order_new");
    return here.value ? t("order_here") : t("order_home", { place: home?.full_name ?? "" });
  };
  useEffect(() => {
    if (!map || view.value) return;
    view.value = centre ? around(map.projection.to(centre), 9_000, RATIO) : fitted(map.extent, RATIO);
  }, [map]);
  const groupOf = (code: string) => categories.data?.items.find((one) => one.code === code)?.parent_code ?? code;
  const shownOf = (lines: PublicReport[]) => {
    const picked = lines.filter((line) => !group.value || groupOf(line.category_code) === group.value);
    return inOrder(picked, order, centre);
  };
  return (
    <div class="stack">
      <Head title={t("near")} up="/" />
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
      <div class="pair">
        <div class="field">
          <label for="near-order">{t("order")}</label>
          <select id="near-order" value={order} onChange={(event) => void choose(event.currentTarget.value as Order)}>
            <option value="near">{t("by_near")}</option>
            <option value="new">{t("by_new")}</option>
          </select>
        </div>
        <div class="field">
          <label for="near-group">{t("filter")}</label>
          <select id="near-group" value={group.value} onChange={(event) => (group.value = event.currentTarget.value)}>
            <option value="">{t("all")}</option>
            {tops.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
      </div>
      <Shown
        read={read}
        always
        empty={{
          when: (page) => !page.items.length,
          title: t("near_none"),
          body: (
            <>
              <p>{t("near_none_hint")}</p>
              <a class="btn" href="#/p/moi">
                {t("report_one")}
              </a>
            </>
          ),
        }}
      >
        {(page) => {
          const lines = shownOf(closer.data ? together(page, closer.data) : page.items);
          return (
            <>
              {as.value === "map" && map && view.value && (
                <>
                  <CommuneMapView
                    map={map}
                    label={t("near_label")}
                    view={view.value}
                    onView={(next) => (view.value = next)}
                    classOf={(cell) => (cell.code === home?.code ? "here" : "")}
                  >
                    {(scale) =>
                      lines.map((line) => {
                        const pin = pinOf(line);
                        const at = pin ? map.projection.to(pin) : map.cells.find((cell) => cell.code === line.commune_code)?.middle;
                        return (
                          at && (
                            <g key={line.id} transform={`translate(${at.x} ${at.y})`}>
                              <Mark over={isOver(line.state)} r={scale * 8} vague={!pin} />
                            </g>
                          )
                        );
                      })
                    }
                  </CommuneMapView>
                  <p class="legend">
                    <span>
                      <svg class="swatch" viewBox="-12 -12 24 24" aria-hidden="true">
                        <Mark over={false} r={9} />
                      </svg>{" "}
                      {t("open")}
                    </span>
                    <span>
                      <svg class="swatch" viewBox="-12 -12 24 24" aria-hidden="true">
                        <Mark over r={9} />
                      </svg>{" "}
                      {t("closed")}
                    </span>
                    {lines.some((line) => !pinOf(line)) && (
                      <span>
                        <svg class="swatch" viewBox="-12 -12 24 24" aria-hidden="true">
                          <Mark over={false} r={5} vague />
                        </svg>{" "}
                        {t("vague")}
                      </span>
                    )}
                  </p>
                </>
              )}
              <p role="status" class="muted">
                {t("near_count", { n: lines.length })}. {orderWords()}
              </p>
              <ul class="cards">
                {lines.map((line) => (
                  <li key={line.id}>
                    <a class="card link" href={`#/gan/${line.id}`}>
                      <b>{line.category_name}</b>
                      <small>
                        {line.commune_name}
                        <Away pin={pinOf(line)} from={centre} /> · {t("received", { when: ago(line.received_at) })}
                      </small>
                      <span class={`state ${stateTone(line.state)}`}>
                        <Standing report={line} />
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
              <p class="hint">{t("public_note")}</p>
              <a class="btn ghost wide" href="#/so-lieu">
                {t("see_figures")}
              </a>
              <a class="btn wide" href="#/p/moi">
                <Icon name="camera" />
                {t("report_one")}
              </a>
            </>
          );
        }}
      </Shown>
    </div>
  );
};

export default Near;
