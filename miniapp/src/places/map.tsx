/** The offline map: communes as SVG paths; pan by drag, wheel or arrow keys, zoom by buttons or pinch. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren, CSSProperties } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../ui/icon";
import vi from "../ui/vi.json";
import { words } from "../ui/words";
import "./map.css";
import { type View, type XY, zoomed } from "./map-math";
import type { Cell, CommuneMap } from "./topology";

const t = words(vi);
const CLOSEST = 400;
const TAP_SLOP = 6;

interface Props {
  map: CommuneMap;
  label: string;
  view: View;
  onView: (view: View) => void;
  /** A tap on the map, in metres. */
  onTap?: (xy: XY) => void;
  classOf?: (cell: Cell) => string;
  styleOf?: (cell: Cell) => CSSProperties;
  /** Names are drawn when a cell is wide enough on the screen. */
  children?: (scale: number) => ComponentChildren;
}

/** The view's shape follows the box it is drawn in. */
export function fitted(extent: View, ratio: number, margin = 1.05): View {
  const w = Math.max(extent.w, extent.h / ratio) * margin;
  const h = w * ratio;
  return { x: extent.x + extent.w / 2 - w / 2, y: extent.y + extent.h / 2 - h / 2, w, h };
}

export function CommuneMapView({ map, label, view, onView, onTap, classOf, styleOf, children }: Props) {
  const svg = useRef<SVGSVGElement>(null);
  const width = useSignal(360);
  const pointers = useRef(new Map<number, XY>());
  const travelled = useRef(0);
  const latest = useRef(view);
  latest.current = view;

  useEffect(() => {
    const box = svg.current;
    if (!box || typeof ResizeObserver !== "function") return;
    const watcher = new ResizeObserver(() => (width.value = box.clientWidth || 360));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);

  const limit = (next: View): View => {
    const widest = Math.max(map.extent.w, map.extent.h) * 1.6;
    if (next.w > widest) return zoomed(next, widest / next.w);
    return next.w < CLOSEST ? zoomed(next, CLOSEST / next.w) : next;
  };
  const set = (next: View) => onView(limit(next));
  const at = (event: { clientX: number; clientY: number }): XY => {
    const box = svg.current?.getBoundingClientRect();
    const now = latest.current;
    if (!box?.width) return { x: now.x, y: now.y };
    return {
      x: now.x + ((event.clientX - box.left) / box.width) * now.w,
      y: now.y + ((event.clientY - box.top) / box.height) * now.h,
    };
  };

  const down = (event: PointerEvent) => {
    svg.current?.setPointerCapture?.(event.pointerId);
    if (!pointers.current.size) travelled.current = 0;
    pointers.current.set(event.pointerId, { x: event.clientX, y: event.clientY });
  };
  const move = (event: PointerEvent) => {
    const before = pointers.current.get(event.pointerId);
    const box = svg.current?.getBoundingClientRect();
    if (!before || !box?.width) return;
    const after = { x: event.clientX, y: event.clientY };
    travelled.current += Math.hypot(after.x - before.x, after.y - before.y);
    const now = latest.current;
    const other = [...pointers.current].find(([id]) => id !== event.pointerId)?.[1];
    pointers.current.set(event.pointerId, after);
    if (other) {
      const factor = Math.hypot(before.x - other.x, before.y - other.y) / Math.max(1, Math.hypot(after.x - other.x, after.y - other.y));
      set(zoomed(now, factor, at({ clientX: other.x, clientY: other.y })));
    } else if (travelled.current > TAP_SLOP) {
      set({ ...now, x: now.x - ((after.x - before.x) / box.width) * now.w, y: now.y - ((after.y - before.y) / box.height) * now.h });
    }
  };
  const up = (event: PointerEvent) => {
    const known = pointers.current.delete(event.pointerId);
    if (known && event.type === "pointerup" && !pointers.current.size && travelled.current <= TAP_SLOP) onTap?.(at(event));
  };
  const key = (event: KeyboardEvent) => {
    const step = view.w / 8;
    const moves: Record<string, View> = {
      ArrowLeft: { ...view, x: view.x - step },
      ArrowRight: { ...view, x: view.x + step },
      ArrowUp: { ...view, y: view.y - step },
      ArrowDown: { ...view, y: view.y + step },
      "+": zoomed(view, 0.7),
      "=": zoomed(view, 0.7),
      "-": zoomed(view, 1.4),
    };
    const next = moves[event.key];
    if (!next) return;
    event.preventDefault();
    set(next);
  };

  /** Metres a screen pixel. */
  const scale = view.w / width.value;
  const named = map.cells.filter((cell) => cell.middle.x > view.x && cell.middle.x < view.x + view.w && cell.middle.y > view.y && cell.middle.y < view.y + view.h);
  const showNames = named.length <= 14;
  return (
    <figure class="map">
      <svg
        ref={svg}
        viewBox={`${view.x} ${view.y} ${view.w} ${view.h}`}
        role="img"
        aria-label={label}
        tabindex={0}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onPointerCancel={up}
        onKeyDown={key}
        onWheel={(event) => {
          if (!event.ctrlKey && !event.metaKey) return;
          event.preventDefault();
          set(zoomed(view, event.deltaY > 0 ? 1.2 : 0.83, at(event)));
        }}
      >
        {map.cells.map((cell) => (
          <path key={cell.code} d={cell.path} class={`cell ${classOf?.(cell) ?? ""}`} style={styleOf?.(cell)} stroke-width={scale * 1.2} />
        ))}
        {showNames &&
          named.map((cell) => (
            <text key={cell.code} class="cell-name" x={cell.middle.x} y={cell.middle.y} font-size={scale * 12} stroke-width={scale * 3}>
              {cell.name}
            </text>
          ))}
        {children?.(scale)}
      </svg>
      <div class="map-zoom">
        <button type="button" aria-label={t("zoom_in")} onClick={() => set(zoomed(view, 0.6))}>
          <Icon name="plus" />
        </button>
        <button type="button" aria-label={t("zoom_out")} onClick={() => set(zoomed(view, 1.6))}>
          <Icon name="minus" />
        </button>
      </div>
      {map.sketch && <figcaption>{t("sketch")}</figcaption>}
    </figure>
  );
}
