/** C5b: one of my reports, by my account or by the key this phone kept; with what I may still do. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, fileUrl, got } from "../api/client";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import type { MyReport, ShownPhoto } from "../api/types";
import type { Screen } from "../main/router";
import { Chips, Field } from "../ui/form";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { moment, words } from "../ui/words";
import "../dossiers/dossiers.css";
import "./reports.css";
import { Standing } from "./standing";
import { stateTone } from "./states";
import { loadTracked } from "./tracked";
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

function After({ report, headers, again }: { report: MyReport; headers: Record<string, string>; again: () => unknown }) {
  const stars = useSignal<string | null>(null);
  const reopening = useSignal(false);
  const note = useSignal("");
  const wrong = useSignal("");
  const run = async (ask: Promise<unknown>, done: string) => {
    try {
      await ask;
      say(done);
      reopening.value = false;
      await again();
    } catch (error) {
      wrong.value = t("failed", { why: whyNot(error, t("offline")) });
    }
  };
  const params = { path: { report_id: report.id } };
  const may = (action: string) => (report.actions ?? []).includes(action);
  if (!may("rate") && !may("request_reopen")) return null;
  return (
    <section class="card stack">
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
      {may("rate") && (
        <>
          <Chips
            name="stars"
            legend={t("rate")}
            value={stars.value}
            onChoose={(value) => (stars.value = value)}
            choices={["1", "2", "3", "4", "5"].map((n) => ({ value: n, label: t("stars", { n }) }))}
          />
          {stars.value && (
            <button
              type="button"
              class="btn"
              onClick={() => void run(got(api.POST("/v1/me/reports/{report_id}/rate", { params, headers, body: { stars: Number(stars.value) } })), t("rated"))}
            >
              {t("send_rating")}
            </button>
          )}
        </>
      )}
      {may("request_reopen") &&
        (reopening.value ? (
          <>
            <Field id="reopen" label={t("reopen_note")} lines={3} value={note.value} onInput={(value) => (note.value = value)} />
            <button
              type="button"
              class="btn"
              onClick={() => {
                if (!note.value.trim()) {
                  wrong.value = t("need_note");
                  return;
                }
                void run(got(api.POST("/v1/me/reports/{report_id}/request-reopen", { params, headers, body: { note: note.value.trim() } })), t("reopened"));
              }}
            >
              {t("reopen_send")}
            </button>
          </>
        ) : (
          <button type="button" class="btn ghost" onClick={() => (reopening.value = true)}>
            {t("reopen")}
          </button>
        ))}
    </section>
  );
}

function View({ report }: { report: MyReport }) {
  return (
    <>
      <div class="card stack">
        <p class={`state ${stateTone(report.state)}`}>
          <Standing report={report} />
        </p>
        {report.due_at && !report.finished_at && <p>{t("due", { due: moment(report.due_at) })}</p>}
        <dl class="facts">
          <dt>{t("code")}</dt>
          <dd>
            <Whole text={report.code} />
          </dd>
          <dt>{t("place")}</dt>
          <dd>{report.commune_name}</dd>
          <dt>{t("handled_by")}</dt>
          <dd>{report.agency_name ?? "–"}</dd>
          <dt>{t("sent_at")}</dt>
          <dd>{moment(report.received_at)}</dd>
        </dl>
      </div>
      {report.answer && (
        <section class="box ok">
          <h2>{report.agency_name ? t("answer", { agency: report.agency_name }) : t("answer_plain")}</h2>
          <p>{report.answer}</p>
        </section>
      )}
      {report.description && (
        <section>
          <h2>{t("your_note")}</h2>
          <p>{report.description}</p>
        </section>
      )}
      <Gallery photos={report.photos} />
      {report.photos.length < report.photo_count && (
        <p class="muted">{t("photo_waiting", { n: report.photos_received, of: report.photo_count })}</p>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{t("timeline")}</h2>
        <ol class="timeline">
          {[...(report.timeline ?? [])].reverse().map((step, index) => (
            <li key={`${step.occurred_at}${step.action}`} class={index ? "" : "now"}>
              <b>{step.state_name}</b>
              <time dateTime={step.occurred_at}>{moment(step.occurred_at)}</time>
              {step.agency_name && <p>{step.agency_name}</p>}
              {step.note && <p class="muted">{step.note}</p>}
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}

const MineOne: Screen = ({ place }) => {
  const id = place.params["id"] ?? "";
  const key = useSignal<string | null | undefined>(undefined);
  useEffect(() => {
    void loadTracked().then((list) => (key.value = list.find((one) => one.id === id)?.tracking_key ?? null));
  }, [id]);
  const headers: Record<string, string> = key.value ? { "X-Tracking-Key": key.value } : {};
  const read = useRead(key.value === undefined ? null : `me:report:${id}`, () =>
    got(api.GET("/v1/me/reports/{report_id}", { params: { path: { report_id: id } }, headers })),
  );
  return (
    <Shown read={read} always head={{ title: t("one"), up: "/p", of: (report) => report.category_name }}>
      {(report) => (
        <div class="stack">
          <View report={report} />
          <After report={report} headers={headers} again={read.again} />
        </div>
      )}
    </Shown>
  );
};

export default MineOne;
