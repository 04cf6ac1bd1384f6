/** C5b: one of my reports, by my account or by the key this phone kept; with what I may still do. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import type { MyReport } from "../../api/types";
import type { Screen } from "../../main/router";
import { Shown } from "../../ui/shown";
import { Whole } from "../../ui/whole";
import { moment, words } from "../../ui/words";
import "../../dossiers/dossiers.css";
import "./mine.css";
import "../reports.css";
import { BeforeAfter } from "./before-after";
import { Countdown, Honestly, stepWords } from "./clock";
import { Reply } from "./reply";
import { Verdict } from "./verdict";
import { Standing } from "../standing";
import { stateTone } from "../states";
import { loadTracked } from "../tracked";
import vi from "./vi.json";

const t = words(vi);

function View({ report }: { report: MyReport }) {
  return (
    <>
      <div class="card stack">
        <p class={`state ${stateTone(report.state)}`}>
          <Standing report={report} />
        </p>
        <Countdown report={report} />
        <dl class="facts">
          <dt>{t("code")}</dt>
          <dd>
            <Whole text={report.code} />
          </dd>
          <dt>{t("place")}</dt>
          <dd>{report.told_commune_name ? t("told_before", { old: report.told_commune_name, now: report.commune_name }) : report.commune_name}</dd>
          <dt>{t("handled_by")}</dt>
          <dd>{report.agency_name ?? "–"}</dd>
          <dt>{t("sent_at")}</dt>
          <dd>{moment(report.received_at)}</dd>
        </dl>
      </div>
      <Honestly report={report} />
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
      <BeforeAfter photos={report.photos} />
      {report.photos.filter((photo) => photo.taken_for !== "answer").length < report.photo_count && (
        <p class="muted">{t("photo_waiting", { n: report.photos_received, of: report.photo_count })}</p>
      )}
      <section aria-labelledby="steps">
        <h2 id="steps">{t("timeline")}</h2>
        <ol class="timeline">
          {[...(report.timeline ?? [])].reverse().map((step, index) => (
            <li key={`${step.occurred_at}${step.action}${index}`} class={index ? "" : "now"}>
              <b>{stepWords(step)}</b>
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
          <Reply report={report} headers={headers} again={read.again} />
          <View report={report} />
          <Verdict report={report} headers={headers} again={read.again} />
        </div>
      )}
    </Shown>
  );
};

export default MineOne;
