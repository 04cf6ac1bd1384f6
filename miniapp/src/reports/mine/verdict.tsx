/** After the result: stars and why, and, inside the window, the request to go on; after it, a new report that names this one. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { whyNot } from "../../api/failure";
import type { MyReport } from "../../api/types";
import { Chips, Field } from "../../ui/form";
import { say } from "../../ui/say";
import { moment, words } from "../../ui/words";
import vi from "./vi.json";

const t = words(vi);
const UNHAPPY = 2;

interface Props {
  report: MyReport;
  headers: Record<string, string>;
  again: () => unknown;
}

export function Verdict({ report, headers, again }: Props) {
  const stars = useSignal<string | null>(null);
  const why = useSignal("");
  const note = useSignal("");
  const reopening = useSignal(false);
  const wrong = useSignal("");
  const params = { path: { report_id: report.id } };
  const may = (action: string) => (report.actions ?? []).includes(action);
  const over = report.reopen_until && !may("request_reopen") && ["done", "closed"].includes(report.state);
  if (!may("rate") && !may("request_reopen")) return null;

  const run = async (ask: Promise<unknown>, done: string) => {
    wrong.value = "";
    try {
      await ask;
    } catch (error) {
      wrong.value = t("failed", { why: whyNot(error, t("offline")) });
      return;
    }
    say(done);
    await again();
  };
  const rate = async () => {
    const comment = why.value.normalize("NFC").trim();
    const unhappy = Number(stars.value) <= UNHAPPY;
    const body = { stars: Number(stars.value), ...(comment && { comment }) };
    await run(got(api.POST("/v1/me/reports/{report_id}/rate", { params, headers, body })), t("rated"));
    // Offered, never done: the words are there already, the decision is theirs.
    if (unhappy && !wrong.value && may("request_reopen")) {
      reopening.value = true;
      note.value = note.value || comment;
    }
    stars.value = null;
  };
  const reopen = async () => {
    if (!note.value.trim()) {
      wrong.value = t("need_note");
      return;
    }
    await run(got(api.POST("/v1/me/reports/{report_id}/request-reopen", { params, headers, body: { note: note.value.normalize("NFC").trim() } })), t("reopened_said"));
  };

  return (
    <section class="card stack">
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
      {may("rate") && (
        <>
          {report.rating !== null && <p class="muted">{t("your_rating", { n: report.rating })}</p>}
          <Chips
            name="stars"
            legend={t("rate")}
            value={stars.value}
            onChoose={(value) => (stars.value = value)}
            choices={["1", "2", "3", "4", "5"].map((n) => ({ value: n, label: t("stars", { n }) }))}
          />
          {stars.value && (
            <>
              <Field id="why" label={t("why_rating")} lines={2} optional={Number(stars.value) > UNHAPPY} value={why.value} onInput={(value) => (why.value = value)} />
              <button type="button" class="btn" onClick={() => void rate()}>
                {t("send_rating")}
              </button>
            </>
          )}
        </>
      )}
      {may("request_reopen") && report.reopen_until && (
        <>
          {report.rating !== null && report.rating <= UNHAPPY && <p class="box wait">{t("unhappy")}</p>}
          <p class="muted">{t("reopen_until", { until: moment(report.reopen_until) })}</p>
          {reopening.value ? (
            <>
              <Field id="reopen" label={t("reopen_note")} lines={3} value={note.value} onInput={(value) => (note.value = value)} />
              <button type="button" class="btn" onClick={() => void reopen()}>
                {t("reopen_send")}
              </button>
            </>
          ) : (
            <button type="button" class="btn ghost" onClick={() => (reopening.value = true)}>
              {t("reopen")}
            </button>
          )}
        </>
      )}
      {over && report.reopen_until && (
        <>
          <p class="muted">{t("reopen_over", { until: moment(report.reopen_until) })}</p>
          <a class="btn ghost" href={`#/p/moi?theo=${report.id}&ma=${report.code}`}>
            {t("again")}
          </a>
        </>
      )}
    </section>
  );
}
