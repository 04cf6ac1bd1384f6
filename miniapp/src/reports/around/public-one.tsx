/** One public report: the matter, the answer, the pictures that may be shown. */
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Shown } from "../../ui/shown";
import { Whole } from "../../ui/whole";
import { moment, words } from "../../ui/words";
import { MeToo } from "../already/already";
import { Gallery } from "../gallery";
import "../../dossiers/dossiers.css";
import "../reports.css";
import { Standing } from "../standing";
import { stateTone } from "../states";
import vi from "./vi.json";

const t = words(vi);

const PublicOne: Screen = ({ place }) => {
  const id = place.params["id"] ?? "";
  const read = useRead(`report:${id}`, () => got(api.GET("/v1/reports/{report_id}", { params: { path: { report_id: id } } })));
  return (
    <Shown read={read} always head={{ title: t("one"), up: "/gan", of: (report) => report.category_name }}>
      {(report) => (
        <article class="stack">
          <div class="card stack">
            <p class={`state ${stateTone(report.state)}`}>
              <Standing report={report} />
            </p>
            <dl class="facts">
              <dt>{t("code")}</dt>
              <dd>
                <Whole text={report.code} />
              </dd>
              <dt>{t("place")}</dt>
              <dd>
                {report.commune_name}
                {report.lat === null && ` (${t("vague").toLowerCase()})`}
              </dd>
              <dt>{t("handled_by")}</dt>
              <dd>{report.agency_name ?? "–"}</dd>
              <dt>{t("sent_at")}</dt>
              <dd>{moment(report.received_at)}</dd>
            </dl>
            {report.description && <p>{report.description}</p>}
          </div>
          {report.answer && (
            <section class="box ok">
              <h2>{report.agency_name ? t("answer", { agency: report.agency_name }) : t("answer_plain")}</h2>
              <p>{report.answer}</p>
            </section>
          )}
          <Gallery photos={report.photos} />
          <section class="card stack-small" aria-labelledby="me-too-title">
            <h2 id="me-too-title">{t("me_too_title")}</h2>
            <MeToo id={report.id} supporters={report.supporters} />
          </section>
          <p class="hint">{t("public_note")}</p>
        </article>
      )}
    </Shown>
  );
};

export default PublicOne;
