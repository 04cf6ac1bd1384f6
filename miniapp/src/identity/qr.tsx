/** A square that another device's camera reads; always dark on white, with the quiet edge readers want. */
import { encode } from "uqr";

/** Modules of white around it (ISO/IEC 18004). */
const EDGE = 4;

/** One path for all dark modules: a run of them in a row is one rectangle. */
export function outline(data: boolean[][]): string {
  return data
    .flatMap((row, y) =>
      [...row.map((dark) => (dark ? "1" : "0")).join("").matchAll(/1+/g)].map(({ index, 0: run }) => `M${index} ${y}h${run.length}v1h-${run.length}z`),
    )
    .join("");
}

export function Qr({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { ecc: "M", border: EDGE });
  return (
    <svg class="qr" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shape-rendering="crispEdges">
      <rect width={size} height={size} fill="#fff" />
      <path d={outline(data)} fill="#000" />
    </svg>
  );
}
