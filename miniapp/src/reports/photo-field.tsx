/** Up to four photos; each is shrunk at once, and its place is read before it is forgotten. */
import { useSignal } from "@preact/signals";
import { useEffect, useMemo } from "preact/hooks";
import { PHOTO_CAP, photosWaiting } from "../offline/outbox";
import type { Point } from "../places/map-math";
import { Icon } from "../ui/icon";
import { words } from "../ui/words";
import { rememberTaken } from "./draft";
import { gpsOf } from "./exif";
import { PHOTOS_MAX, shrunk } from "./photos";
import vi from "./vi.json";

const t = words(vi);

function Thumb({ blob, n, onRemove }: { blob: Blob; n: number; onRemove: () => void }) {
  const url = useMemo(() => URL.createObjectURL(blob), [blob]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <li>
      <img src={url} alt={t("photo_n", { n })} />
      <button type="button" class="round" aria-label={t("remove_photo", { n })} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </li>
  );
}

interface Props {
  photos: Blob[];
  onPhotos: (photos: Blob[]) => void;
  onPlace: (point: Point) => void;
}

export function PhotoField({ photos, onPhotos, onPlace }: Props) {
  const busy = useSignal(false);
  const problem = useSignal("");
  const take = async (files: FileList | null) => {
    const chosen = [...(files ?? [])].slice(0, PHOTOS_MAX - photos.length);
    if (!chosen.length) return;
    if (photosWaiting() + photos.length + chosen.length > PHOTO_CAP) {
      problem.value = t("photo_cap", { n: photosWaiting() });
      return;
    }
    busy.value = true;
    problem.value = "";
    const small: Blob[] = [];
    for (const file of chosen) {
      try {
        const point = gpsOf(await file.slice(0, 262_144).arrayBuffer());
        const photo = await shrunk(file);
        if (point) {
          rememberTaken(photo, point);
          onPlace(point);
        }
        small.push(photo);
      } catch {
        problem.value = t("photo_failed");
      }
    }
    busy.value = false;
    if (small.length) onPhotos([...photos, ...small]);
  };
  return (
    <section class="field" aria-labelledby="photos-title">
      <h2 id="photos-title">{t("photos")}</h2>
      <p class="hint">{t("photos_hint")}</p>
      {problem.value && (
        <p class="error" role="alert">
          {problem.value}
        </p>
      )}
      <ul class="thumbs">
        {photos.map((blob, index) => (
          <Thumb key={index} blob={blob} n={index + 1} onRemove={() => onPhotos(photos.filter((_, other) => other !== index))} />
        ))}
        {photos.length < PHOTOS_MAX && (
          <li class={photos.length ? "add" : "add first"}>
            <label>
              <input
                type="file"
                accept="image/*"
                capture="environment"
                multiple
                onChange={(event) => {
                  const input = event.currentTarget;
                  void take(input.files).finally(() => (input.value = ""));
                }}
              />
              <Icon name="camera" />
              <span>{busy.value ? t("shrinking") : photos.length ? t("add") : t("take")}</span>
            </label>
          </li>
        )}
      </ul>
      <p class="hidden" role="status">
        {busy.value ? t("shrinking") : ""}
      </p>
    </section>
  );
}
