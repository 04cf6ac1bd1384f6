/** The photos of a report; each opens large. */
import { fileUrl } from "../api/client";
import type { ShownPhoto } from "../api/types";
import { words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);

export function Gallery({ photos }: { photos: ShownPhoto[] }) {
  if (!photos.length) return null;
  return (
    <ul class="gallery">
      {photos.map((photo) => (
        <li key={photo.id}>
          <a href={fileUrl(photo.large)}>
            <img
              src={fileUrl(photo.small)}
              width={photo.width}
              height={photo.height}
              loading="lazy"
              alt={t(photo.taken_for === "answer" ? "photo_after" : "photo_alt", { n: photo.position + 1 })}
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
