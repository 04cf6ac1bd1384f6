/** What was seen and what was done, side by side. */
import type { ShownPhoto } from "../../api/types";
import { words } from "../../ui/words";
import { Gallery } from "../gallery";
import vi from "./vi.json";

const t = words(vi);

export function BeforeAfter({ photos }: { photos: ShownPhoto[] }) {
  const after = photos.filter((photo) => photo.taken_for === "answer");
  if (!after.length) return <Gallery photos={photos} />;
  return (
    <div class="before-after">
      <section>
        <h2>{t("before")}</h2>
        <Gallery photos={photos.filter((photo) => photo.taken_for !== "answer")} />
      </section>
      <section>
        <h2>{t("after")}</h2>
        <Gallery photos={after} />
      </section>
    </div>
  );
}
