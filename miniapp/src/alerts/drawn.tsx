/** What was drawn for a warning, over the commune map. */
import type { Projection } from "../places/map-math";

export interface DrawnArea {
  polygons: readonly (readonly (readonly number[])[])[];
  circles: readonly { lat: number; lon: number; radius_km: number }[];
}

interface Props extends DrawnArea {
  projection: Projection;
  /** Corners of a polygon still being drawn. */
  points?: readonly (readonly number[])[];
  scale: number;
}

export function Drawn({ projection, polygons, circles, points = [], scale }: Props) {
  const at = ([lat = 0, lon = 0]: readonly number[]) => projection.to({ lat, lon });
  return (
    <g class="drawn" stroke-width={scale * 2.5}>
      {polygons.map((ring, index) => (
        <polygon
          key={index}
          points={ring.map((pair) => {
            const { x, y } = at(pair);
            return `${Math.round(x)},${Math.round(y)}`;
          }).join(" ")}
        />
      ))}
      {circles.map((one, index) => {
        const { x, y } = at([one.lat, one.lon]);
        return <circle key={index} cx={x} cy={y} r={one.radius_km * 1000} />;
      })}
      {points.map((pair, index) => {
        const { x, y } = at(pair);
        return <circle key={`p${index}`} class="corner" cx={x} cy={y} r={scale * 5} />;
      })}
    </g>
  );
}
