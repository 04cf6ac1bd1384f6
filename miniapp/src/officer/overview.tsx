/** O1: how many adults know and can, how sure we are, and in which communes; outputs kept apart from outcome. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { PROVINCE } from "../places/topology";
import { Chips } from "../ui/form";
import { Head } from "../ui/page";
import { Loading, Shown } from "../ui/shown";
import { day, number } from "../ui/words";
import { Chart, IntervalBar } from "./chart";
import { counts, type Coverage, type CoverageReport, intervalOf, percentOf, ranked } from "./coverage";
import { DeskLink, Only, t, VerdictPill } from "./frame";
import { provincesOf } from "./provinces";
import { CoverageTable } from "./table";
import { askCoverage, askProvinces } from "./wire";

export const Overview: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const mine = provincesOf();
  const province = useSignal(mine[0] ?? PROVINCE);
  const read = useRead(`me:coverage:${me.value?.id}:${province.value}`, () => askCoverage(province.value));
  const names = useRead(mine.length > 1 ? "provinces" : null, askProvinces, { fresh: 86_400_000 });
  const desks = (
    <div class="desks">
      <DeskLink href="#/cuu-ho" icon="warn" title={t("rescue")} hint={t("rescue_card")} />
      <DeskLink href="#/duyet" icon="camera" title={t("moderation")} hint={t("moderation_card")} />
      <DeskLink href="#/hop-kin" icon="shield" title={t("boxes")} hint={t("boxes_card")} />
      <DeskLink href="#/cb/to/ds" icon="person" title={t("teams")} hint={t("teams_card")} />
      <DeskLink href="#/cb/to/quyen" icon="shield" title={t("rights")} hint={t("rights_card")} />
      <DeskLink href="#/cb/kiem-tra" icon="check" title={t("audits")} hint={t("audits_card")} />
      <DeskLink href="#/cb/dia-gioi" icon="pin" title={t("geography")} hint={t("geography_card")} />
      <DeskLink href="#/cb/tim-kiem" icon="search" title={t("searches")} hint={t("searches_card")} />
      <DeskLink href="#/cb/tin" icon="bell" title={t("sending")} hint={t("sending_card")} />
      <DeskLink href="#/cb/chuyen-tiep" icon="link" title={t("forwarding")} hint={t("forwarding_card")} />
      <DeskLink href="#/cb/quan-trac" icon="chart" title={t("gauges")} hint={t("gauges_card")} />
    </div>
  );
  return (
    <div class="stack">
      <Head title={t("overview")} />
      {mine.length > 1 && (
        <div class="field">
          <label for="province">{t("province")}</label>
          <select id="province" value={province.value} onChange={(event) => (province.value = event.currentTarget.value)}>
            {mine.map((code) => (
              <option key={code} value={code}>
                {names.data?.items.find((one) => one.code === code)?.name ?? code}
              </option>
            ))}
          </select>
        </div>
      )}
      <Shown read={read} always empty={{ when: (report) => report.communes.length === 0, title: t("none") }}>
        {(report) => <Report report={report}>{desks}</Report>}
      </Shown>
      {!read.data?.communes.length && desks}
    </div>
  );
}

type Look = "chart" | "table" | "map";

function Report({ report, children }: { report: CoverageReport; children: ComponentChildren }) {
  const look = useSignal<Look>("chart");
  const { threshold } = report.target;
  const found = counts(report.communes);
  const finding = t("finding", { met: found.met, not_met: found.not_met, open: found.not_enough_data });
  return (
    <>
      <div class="cards-wide">
        <Headline report={report} />
        <Outputs total={report.total} />
      </div>
      {children}
      <section class="stack">
        <h2>{t("by_commune")}</h2>
        <Chips
          name="look"
          legend={t("see_as")}
          choices={(["chart", "map", "table"] as const).map((value) => ({ value, label: t(`see_${value}`) }))}
          value={look.value}
          onChoose={(value) => (look.value = value)}
        />
        {look.value === "chart" && (
          <>
            <p class="hint">{t("bars")}</p>
            <Chart rows={ranked(report.communes)} threshold={threshold} finding={finding} />
          </>
        )}
        {look.value === "table" && <CoverageTable rows={report.communes} />}
        {look.value === "map" && <LaterMap rows={report.communes} threshold={threshold} finding={finding} province={report.province_code} />}
      </section>
      <section class="box">
        <h2>{t("method")}</h2>
        <p>{report.method}</p>
      </section>
    </>
  );
}

type MapProps = Parameters<typeof import("./map").VerdictMap>[0];

/** The map's code and data come when somebody asks for the map. */
function LaterMap(props: MapProps) {
  const found = useSignal<typeof import("./officer-map") | null>(null);
  const failed = useSignal(false);
  useEffect(() => {
    import("./officer-map").then(
      (module) => (found.value = module),
      () => (failed.value = true),
    );
  }, []);
  if (failed.value) return <p class="box wait">{t("map_failed")}</p>;
  return found.value ? <found.value.VerdictMap {...props} /> : <Loading />;
}

function Headline({ report: { total, target } }: { report: CoverageReport }) {
  const line = `${Math.round(target.threshold * 100)} %`;
  return (
    <section class="card stack-small">
      <h2>{t("know_can")}</h2>
      <p>
        <b class="huge">{percentOf(total.share)}</b> <VerdictPill verdict={total.verdict} />
      </p>
      {total.share !== null && <p>{t("interval95", { interval: intervalOf(total) })}</p>}
      <div class="with-line">
        <IntervalBar row={total} threshold={target.threshold} />
        <small style={{ left: `${target.threshold * 100}%` }}>{line}</small>
      </div>
      <p>{t("of_assessed", { n: number(total.know_and_can ?? 0), all: number(total.adults_assessed ?? 0) })}</p>
      <p class="muted">
        {t(`v_${total.verdict}`)}: {t(`v_${total.verdict}_long`, { line })}.
      </p>
      {total.bound_low !== null && total.bound_high !== null && (
        <p class="muted">
          {t("everybody", {
            n: number(Math.max(total.adults_population ?? 0, total.adults_registered ?? 0)),
            low: percentOf(total.bound_low),
            high: percentOf(total.bound_high),
          })}
        </p>
      )}
      <p class="muted">
        {t("target_of", { share: line, on: day(target.due_on), basis: target.legal_basis })} {target.past_due && t("target_past")}
      </p>
    </section>
  );
}

function Outputs({ total }: { total: Coverage }) {
  const rows = [
    ["registered", total.adults_registered, total.adults_population !== null ? t("population", { n: number(total.adults_population), source: total.population_source ?? "", on: total.population_on ? day(total.population_on) : "" }) : t("population_none")],
    ["reached", total.adults_reached, ""],
    ["assessed", total.adults_assessed, ""],
    ["able", total.know_and_can, ""],
    ["visits", total.visits, t("visits_note")],
  ] as const;
  const most = Math.max(1, total.adults_registered ?? 0);
  return (
    <section class="card">
      <dl class="funnel">
        {rows.map(([word, value, note]) => (
          <div key={word} class={word === "visits" ? "apart" : ""}>
            <dt>
              {t(word)}
              {note && <small>{note}</small>}
            </dt>
            <dd>
              {value === null ? "–" : number(value)}
              {word !== "visits" && (
                <svg width="100%" height="8" aria-hidden="true" focusable="false">
                  <rect class="track" width="100%" height="8" rx="4" />
                  <rect class="fill" width={`${((value ?? 0) / most) * 100}%`} height="8" rx="4" />
                </svg>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
