/** The warned communes and what was drawn, on the phone's own map. Says nothing that the words beside it do not. */
import { useSignal } from "@preact/signals";
import type { Alert } from "../api/types";
import { CommuneMapView, fitted } from "../places/map";
import type { View } from "../places/map-math";
import { useCommuneMap } from "../places/topology";
import { Drawn } from "./drawn";
import { t } from "./words";

export default function AreaMap({ alert }: { alert: Alert }) {
  const { map } = useCommuneMap(alert.province_code);
  const moved = useSignal<View | null>(null);
  if (!map) return null;
  const codes = new Set(alert.communes.map((one) => one.code));
  return (
    <CommuneMapView
      map={map}
      label={t("area_label", { n: codes.size })}
      view={moved.value ?? fitted(map.extent, 0.8)}
      onView={(view) => (moved.value = view)}
      classOf={(cell) => (codes.has(cell.code) ? "warned" : "")}
      styleOf={(cell) => (codes.has(cell.code) ? { fill: alert.colour } : {})}
    >
      {(scale) => <Drawn projection={map.projection} polygons={alert.polygons} circles={alert.circles} scale={scale} />}
    </CommuneMapView>
  );
}
