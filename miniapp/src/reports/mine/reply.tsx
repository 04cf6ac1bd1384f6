/** The agency asks, the reporter answers: by account or by the key this phone kept, with photos when they help. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { whyNot } from "../../api/failure";
import type { MyReport } from "../../api/types";
import { Field } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { say } from "../../ui/say";
import { words } from "../../ui/words";
import { sendPhoto } from "../photo-upload";
import { PHOTOS_MAX, shrunk } from "../photos";
import vi from "./vi.json";

const t = words(vi);

export function Reply({ report, headers, again }: { report: MyReport; headers: Record<string, string>; again: () => unknown }) {
  const note = useSignal("");
  const photos = useSignal<Blob[]>([]);
  const wrong = useSignal("");
  const busy = useSignal(false);
  if (!(report.actions ?? []).includes("reply")) return null;
  const room = PHOTOS_MAX - report.photo_count;

  const send = async () => {
    if (!note.value.trim()) {
      wrong.value = t("need_reply");
      return;
    }
    busy.value = true;
    wrong.value = "";
    try {
      const body = { note: note.value.normalize("NFC").trim(), photos: photos.value.length };
      await got(api.POST("/v1/me/reports/{report_id}/reply", { params: { path: { report_id: report.id } }, headers, body }));
    } catch (error) {
      wrong.value = t("failed", { why: whyNot(error, t("offline")) });
      busy.value = false;
      return;
    }
    say(t("replied"));
    try {
      for (const [place, blob] of photos.value.entries()) await sendPhoto(report.id, report.photo_count + place, blob, headers["X-Tracking-Key"] ?? "");
    } catch (error) {
      wrong.value = t("reply_photo_failed", { why: whyNot(error, t("offline")) });
    }
    busy.value = false;
    await again();
  };

  return (
    <section class="card stack">
      <h2>{t("question")}</h2>
      {report.question && <p class="said">{report.question}</p>}
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
      <Field id="reply" label={t("reply")} lines={3} value={note.value} onInput={(value) => (note.value = value)} />
      {room > 0 && (
        <label class="btn ghost file">
          <input
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              const chosen = [...(event.currentTarget.files ?? [])].slice(0, room);
              void Promise.all(chosen.map(shrunk)).then(
                (blobs) => (photos.value = blobs),
                (error: unknown) => (wrong.value = t("failed", { why: whyNot(error, t("offline")) })),
              );
            }}
          />
          <Icon name="camera" />
          {photos.value.length ? t("reply_photos", { n: photos.value.length }) : t("reply_photo")}
        </label>
      )}
      <button type="button" class="btn" disabled={busy.value} onClick={() => void send()}>
        {t("reply_send")}
      </button>
    </section>
  );
}
