/** The photos of a case: only cleaned copies ever leave the server, at addresses that work for an hour. */
import { useSignal } from "@preact/signals";
import { fileUrl } from "../api/client";
import { words } from "../ui/words";
import type { Photo } from "./shapes";
import vi from "./vi.json";

const t = words(vi);

function Picture({ photo, size, name }: { photo: Photo; size: "large" | "small"; name: string }) {
  const failed = useSignal(false);
  if (failed.value) return <span class="failed">{t("photo_failed")}</span>;
  return (
    <img
      class={size === "large" ? "shown-photo" : undefined}
      src={fileUrl(photo[size])}
      alt={size === "large" ? name : ""}
      loading="lazy"
      width={photo.width}
      height={photo.height}
      onError={() => (failed.value = true)}
    />
  );
}

/** What was seen and what was done, side by side when both are there. */
export function Photos({ photos }: { photos: Photo[] }) {
  const after = photos.filter((photo) => photo.taken_for === "answer");
  if (!after.length) return <Pictures photos={photos} />;
  return (
    <div class="stack-small">
      <h2>{t("photos_before")}</h2>
      <Pictures photos={photos.filter((photo) => photo.taken_for !== "answer")} />
      <h2>{t("photos_after")}</h2>
      <Pictures photos={after} />
    </div>
  );
}

function Pictures({ photos }: { photos: Photo[] }) {
  const open = useSignal<string | null>(null);
  const shown = photos.find((photo) => photo.id === open.value);
  const nameOf = (photo: Photo) => t(photo.taken_for === "answer" ? "photo_after" : "photo_of", { n: photo.position + 1 });
  if (!photos.length) return null;
  return (
    <div class="stack-small">
      <ul class="photos">
        {photos.map((photo) => (
          <li key={photo.id}>
            <button type="button" aria-label={nameOf(photo)} aria-expanded={open.value === photo.id} onClick={() => (open.value = open.value === photo.id ? null : photo.id)}>
              <Picture photo={photo} size="small" name={nameOf(photo)} />
            </button>
          </li>
        ))}
      </ul>
      {shown && <Picture key={shown.id} photo={shown} size="large" name={nameOf(shown)} />}
    </div>
  );
}
