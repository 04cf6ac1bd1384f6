/** One photo: shown or hidden, what is blurred in it, and, with a reason, how it is without. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { fileUrl } from "../api/client";
import { Tick } from "../ui/form";
import { Why } from "../ui/why";
import { words } from "../ui/words";
import type { Deed } from "./one";
import vi from "./vi.json";
import { type Area, blur, judge, openPhoto, type Publication, type SeenPhoto } from "./wire";

const t = words(vi);
const SMALLEST = 0.02;

export function PhotoCard({ one, photo, deed }: { one: Publication; photo: SeenPhoto; deed: Deed }) {
  const doing = useSignal<"" | "hide" | "blur" | "clear">("");
  const clear = useSignal("");
  const stop = () => (doing.value = "");
  const name = t(photo.taken_for === "answer" ? "photo_result" : "photo_n", { n: photo.position + 1 });
  const state = !photo.ready ? "p_making" : !photo.moderated ? "p_waiting" : photo.hidden ? "p_hidden" : "p_shown";
  const act = async (shown: boolean, reason: string | null) => {
    await deed(() => judge(one, photo.id, shown, reason), t(shown ? "done_approve" : "done_hide"));
    stop();
  };
  const look = async (reason: string) => {
    clear.value = fileUrl((await openPhoto(photo.id, reason)).url);
    stop();
  };
  return (
    <article class="card stack-small mod-photo">
      <p class="mod-tags">
        <b>{name}</b>
        <span class={`pill ${state === "p_shown" ? "ok" : "wait"}`}>{t(state)}</span>
        <small>{photo.blur_whole ? t("whole") : t("areas", { n: photo.areas.length })}</small>
      </p>
      {doing.value === "blur" ? (
        <Board
          photo={photo}
          src={clear.value || fileUrl(photo.large)}
          onStop={stop}
          onSave={async (areas, whole) => {
            await deed(() => blur(one, photo.id, areas, whole), t("done_areas"));
            stop();
          }}
        />
      ) : (
        <>
          <img src={clear.value || fileUrl(photo.large)} alt={name} width={photo.width} height={photo.height} loading="lazy" />
          {clear.value && <p class="box wait">{t("clear_shown")}</p>}
          <div class="actions">
            {(photo.hidden || !photo.moderated) && (
              <button type="button" class="btn small" onClick={() => void act(true, null)}>
                {t("approve")}
              </button>
            )}
            {(!photo.hidden || !photo.moderated) && (
              <button type="button" class="btn small danger" onClick={() => (doing.value = "hide")}>
                {t("hide")}
              </button>
            )}
            <button type="button" class="btn small ghost" onClick={() => (doing.value = "blur")}>
              {t("blur")}
            </button>
            {!clear.value && (
              <button type="button" class="btn small ghost" onClick={() => (doing.value = "clear")}>
                {t("clear")}
              </button>
            )}
          </div>
        </>
      )}
      {doing.value === "hide" && <Why id={`hide-${photo.id}`} label={t("why_hide")} need={t("need_reason")} act={t("hide")} send={(reason) => act(false, reason)} onKeep={stop} />}
      {doing.value === "clear" && (
        <Why id={`clear-${photo.id}`} label={t("why_clear")} hint={t("clear_hint")} need={t("need_reason")} act={t("clear")} send={look} onKeep={stop} />
      )}
    </article>
  );
}

interface Board {
  photo: SeenPhoto;
  src: string;
  onSave: (areas: Area[], whole: boolean) => Promise<void>;
  onStop: () => void;
}

const percent = (share: number): string => `${share * 100}%`;
const inside = (share: number): number => Math.min(1, Math.max(0, share));

/** Rectangles drawn by finger or mouse; a list takes them away again, by keyboard too. */
function Board({ photo, src, onSave, onStop }: Board) {
  const areas = useSignal<Area[]>(photo.areas);
  const whole = useSignal(photo.blur_whole);
  const drawing = useSignal<Area | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const at = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: inside((event.clientX - box.left) / box.width), y: inside((event.clientY - box.top) / box.height) };
  };
  const move = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    if (!from.current) return;
    const to = at(event);
    const [x, y] = [Math.min(to.x, from.current.x), Math.min(to.y, from.current.y)];
    drawing.value = { x, y, w: Math.abs(to.x - from.current.x), h: Math.abs(to.y - from.current.y), what: "other" };
  };
  const end = () => {
    const drawn = drawing.value;
    if (drawn && drawn.w >= SMALLEST && drawn.h >= SMALLEST) areas.value = [...areas.value, drawn];
    from.current = drawing.value = null;
  };
  return (
    <div class="stack-small">
      <p class="hint">{t("blur_hint")}</p>
      <div
        class="blur-board"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = at(event);
        }}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
      >
        <img src={src} alt="" width={photo.width} height={photo.height} draggable={false} />
        {[...areas.value, ...(drawing.value ? [drawing.value] : [])].map((area, place) => (
          <i key={place} style={{ left: percent(area.x), top: percent(area.y), width: percent(area.w), height: percent(area.h) }} />
        ))}
      </div>
      <ul class="stack-small">
        {areas.value.map((area, place) => (
          <li key={place} class="actions">
            <span>{t("area_n", { n: place + 1, what: t(`w_${area.what ?? "other"}`) })}</span>
            <button type="button" class="btn small ghost" onClick={() => (areas.value = areas.value.filter((_, other) => other !== place))}>
              {t("remove")}
            </button>
          </li>
        ))}
      </ul>
      <Tick label={t("whole")} checked={whole.value} onChange={(on) => (whole.value = on)} />
      <div class="actions">
        <button type="button" class="btn small" onClick={() => void onSave(areas.value, whole.value)}>
          {t("save_areas")}
        </button>
        <button type="button" class="btn small ghost" onClick={() => (areas.value = [...areas.value, { x: 0.35, y: 0.35, w: 0.3, h: 0.3, what: "other" }])}>
          {t("add_middle")}
        </button>
        <button type="button" class="btn small ghost" onClick={onStop}>
          {t("cancel")}
        </button>
      </div>
    </div>
  );
}
