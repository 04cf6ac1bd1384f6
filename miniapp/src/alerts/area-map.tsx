/** The warned communes and what was drawn, on the phone's own map. Says nothing that the words beside it do not. */
import { useSignal } from "@preact/signals";
import { CommuneMapView, fitted } from "../places/map";
import type { View } from "../places/map-math";
import { useCommuneMap } from "../places/topology";
import { Drawn, type DrawnArea } from "./drawn";
import { t } from "./words";

interface Props extends DrawnArea {
  province: string;
  codes: string[];
  colour?: string | undefined;
}

export default function AreaMap({ province, codes, colour, polygons, circles }: Props) {
  const { map } = useCommuneMap(province);
  const moved = useSignal<View | null>(null);
  if (!map) return null;
  const warned = new Set(codes);
  return (
    <CommuneMapView
      map={map}
      label={t("area_label", { n: warned.size })}
      view={moved.value ?? fitted(map.extent, 0.8)}
      onView={(view) => (moved.value = view)}
      classOf={(cell) => (warned.has(cell.code) ? "warned" : "")}
      styleOf={(cell) => (warned.has(cell.code) && colour ? { fill: colour, fillOpacity: 0.75 } : {})}
    >
      {(scale) => <Drawn projection={map.projection} polygons={polygons} circles={circles} scale={scale} />}
    </CommuneMapView>
  );
}
