/** C6: verified reports around me, on the sketch and as a list of the same; no persons. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { PublicReport } from "../api/types";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { CommuneMapView, fitted } from "../places/map";
import { around, metresBetween, type Point, type View } from "../places/map-math";
import { useCommuneMap } from "../places/topology";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { ago, distance, words } from "../ui/words";
import { useCategories } from "./categories";
import "./reports.css";
import { isOver } from "./states";
import vi from "./vi.json";

const t = words(vi);
const RATIO = 0.9;

/** Shape as well as colour: a triangle is open, a disc is done. */
function Mark({ over, r }: { over: boolean; r: number }) {
  return over ? (
    <circle class="near-mark closed" r={r} stroke-width={r / 5} />
  ) : (
    <path class="near-mark open" d={`M0 ${-r * 1.2}L${r * 1.1} ${r * 0.8}L${-r * 1.1} ${r * 0.8}Z`} stroke-width={r / 5} />
  );
}

const Near: Screen = () => {
  const { map } = useCommuneMap();
  const view = useSignal<View | null>(null);
  const as = useSignal<"map" | "list">("map");
  const group = useSignal("");
  const home = homeCommune.value;
  const categories = useCategories();
  const read = useRead("near", () => got(api.GET("/v1/reports", { params: { query: { limit: 100 } } })));
  const tops = (categories.data?.items ?? []).filter((one) => !one.parent_code);
  const centre: Point | null = (() => {
    const cell = map?.cells.find((one) => one.code === home?.code);
    return map && cell ? map.projection.from(cell.middle) : null;
  })();
  useEffect(() => {
    if (!map || view.value) return;
    view.value = centre ? around(map.projection.to(centre), 9_000, RATIO) : fitted(map.extent, RATIO);
  }, [map]);
  const groupOf = (code: string) => categories.data?.items.find((one) => one.code === code)?.parent_code ?? code;
  const shownOf = (lines: PublicReport[]) => {
    const picked = lines.filter((line) => !group.value || groupOf(line.category_code) === group.value);
    return centre ? [...picked].sort((a, b) => metresBetween(a, centre) - metresBetween(b, centre)) : picked;
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
          const lines = shownOf(page.items);
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
                        const at = map.projection.to(line);
                        return (
                          <g key={line.id} transform={`translate(${at.x} ${at.y})`}>
                            <Mark over={isOver(line.state)} r={scale * 8} />
                          </g>
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
                  </p>
                </>
              )}
              <p role="status" class="muted">
                {t("near_count", { n: lines.length })}. {t("public_note")}
              </p>
              <ul class="cards">
                {lines.map((line) => (
                  <li key={line.id}>
                    <a class="card link" href={`#/gan/${line.id}`}>
                      <b>{line.category_name}</b>
                      <small>
                        {line.commune_name}
                        {centre && <> · {distance(metresBetween(line, centre))}</>} · {t("received", { when: ago(line.received_at) })}
                      </small>
                      <span class={isOver(line.state) ? "state ok" : "state"}>
                        {line.state_name} {line.late && <span class="pill bad">{t("late")}</span>}
                      </span>
                    </a>
                  </li>
                ))}
              </ul>
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
