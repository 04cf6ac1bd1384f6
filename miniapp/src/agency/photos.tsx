/** The photos of a case, fetched with the token (only the cleaned copies ever leave the server). */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { words } from "../ui/words";
import type { Photo } from "./shapes";
import vi from "./vi.json";
import { askPhoto } from "./wire";

const t = words(vi);

function usePhoto(id: string, size: "large" | "small"): { url: string | null; failed: boolean } {
  const url = useSignal<string | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    let made: string | null = null;
    let gone = false;
    askPhoto(id, size).then(
      (blob) => {
        if (gone) return;
        made = URL.createObjectURL(blob);
        url.value = made;
      },
      () => (failed.value = true),
    );
    return () => {
      gone = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [id, size]);
  return { url: url.value, failed: failed.value };
}

function Thumb({ photo, name, onOpen }: { photo: Photo; name: string; onOpen: () => void }) {
  const { url, failed } = usePhoto(photo.id, "small");
  return (
    <li>
      <button type="button" onClick={onOpen} aria-label={name}>
        {failed ? <span class="failed">{t("photo_failed")}</span> : url && <img src={url} alt="" />}
      </button>
    </li>
  );
}

function Large({ photo, name }: { photo: Photo; name: string }) {
  const { url, failed } = usePhoto(photo.id, "large");
  if (failed) return <p class="muted">{t("photo_failed")}</p>;
  return url ? <img class="shown-photo" src={url} alt={name} width={photo.width} height={photo.height} /> : null;
}

export function Photos({ photos }: { photos: Photo[] }) {
  const open = useSignal<string | null>(null);
  const shown = photos.find((photo) => photo.id === open.value);
  const nameOf = (photo: Photo) => t(photo.taken_for === "after" ? "photo_after" : "photo_of", { n: photo.position + 1 });
  if (!photos.length) return null;
  return (
    <div class="stack-small">
      <ul class="photos">
        {photos.map((photo) => (
          <Thumb key={photo.id} photo={photo} name={nameOf(photo)} onOpen={() => (open.value = open.value === photo.id ? null : photo.id)} />
        ))}
      </ul>
      {shown && <Large key={shown.id} photo={shown} name={nameOf(shown)} />}
    </div>
  );
}
