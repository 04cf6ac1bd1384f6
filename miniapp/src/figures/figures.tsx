/** Figures anybody may check: handled stands beside on time, and every share says what it is divided by. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { FigureLine, FigureSheet } from "../api/types";
import type { Screen } from "../main/router";
import { useCategories } from "../reports/categories";
import { Chips } from "../ui/form";
import { Empty, Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { isoDay, moment, number } from "../ui/words";
import "./figures.css";
import { Meanings, Rows } from "./rows";
import { counted, percent, shareOf, t, wholeOf } from "./shares";

const MONTHS = 12;
const WAYS = ["month", "category", "agency", "commune"] as const;
type Way = (typeof WAYS)[number];

/** The last twelve months, the newest first, as `2026-11`. */
export function lastMonths(today: string = isoDay()): string[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: MONTHS }, (_, back) => first - back).map((month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`);
}

const Figures: Screen = () => {
  const month = useSignal("");
  const category = useSignal("");
  const agency = useSignal("");
  const by = useSignal<Way>("month");
  const query = {
    by: by.value,
    ...(month.value && { since: month.value, until: month.value }),
    ...(category.value && { category: category.value }),
    ...(agency.value && { agency: agency.value }),
  };
  const asked = new URLSearchParams(query).toString();
  const read = useRead(`figures:${asked}`, () => got(api.GET("/v1/figures", { params: { query } })));
  const units = useRead("figures:units", () => got(api.GET("/v1/figures", { params: { query: { by: "agency" as const } } })));
  const subjects = (useCategories().data?.items ?? []).filter((one) => !one.parent_code);
  return (
    <div class="stack">
      <Head title={t("title")} up="/gan" />
      <p class="muted">{t("intro")}</p>
      <div class="fig-picks">
        <Pick id="fig-period" label={t("period")} value={month} all={t("period_year")} choices={lastMonths().map((one) => [one, t("month", { m: `${one.slice(5)}/${one.slice(0, 4)}` })])} />
        <Pick id="fig-subject" label={t("subject")} value={category} all={t("all_subjects")} choices={subjects.map((one) => [one.code, one.name])} />
        <Pick id="fig-unit" label={t("unit")} value={agency} all={t("all_units")} choices={(units.data?.items ?? []).filter((one) => one.key).map((one) => [one.key, one.name])} />
      </div>
      <Chips name="fig-by" legend={t("by")} value={by.value} onChoose={(value) => (by.value = value)} choices={WAYS.map((value) => ({ value, label: t(`by_${value}`) }))} />
      <Shown read={read}>{(sheet) => <Sheet sheet={sheet} asked={asked} />}</Shown>
    </div>
  );
};

function Pick({ id, label, value, all, choices }: { id: string; label: string; value: { value: string }; all: string; choices: [string, string][] }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value.value} onChange={(event) => (value.value = event.currentTarget.value)}>
        <option value="">{all}</option>
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

function Sheet({ sheet, asked }: { sheet: FigureSheet; asked: string }) {
  if (!sheet.as_of) return <Empty title={t("not_counted")} />;
  return (
    <>
      <p class="as-of">{t("as_of", { at: moment(sheet.as_of) })}</p>
      {sheet.total.counts ? (
        sheet.total.counts.received ? (
          <Total sheet={sheet} counts={sheet.total.counts} />
        ) : (
          <Empty title={t("empty")}>
            <p>{t("empty_hint")}</p>
          </Empty>
        )
      ) : (
        <Empty title={t("too_few")} />
      )}
      {sheet.items.length > 0 && <Rows sheet={sheet} />}
      {sheet.items.some((line) => line.hidden) && <p class="hint">{t("too_few")}</p>}
      <Meanings sheet={sheet} />
      <section class="card stack-small">
        <h2>{t("files")}</h2>
        <p class="hint">{t("files_hint")}</p>
        <div class="actions">
          {(
            [
              [`/v1/figures.csv?${asked}`, "file_sheet"],
              ["/v1/open-data/reports.csv", "file_cases"],
              ["/v1/open-data/reports.geojson", "file_map"],
            ] as const
          ).map(([href, word]) => (
            <a key={word} class="btn ghost" href={href} download>
              {t(word)}
            </a>
          ))}
        </div>
      </section>
    </>
  );
}

function Total({ sheet, counts }: { sheet: FigureSheet; counts: NonNullable<FigureLine["counts"]> }) {
  const { total } = sheet;
  const defined = (code: string) => sheet.definitions.find((one) => one.code === code);
  const named = (code: string) => defined(code)?.name ?? code;
  const parts = [
    ["on_time_share", "on", "on_time"],
    ["extended_share", "ext", "extended"],
    ["late_share", "late", "late"],
  ] as const;
  const decided = shareOf(total, "on_time_share")?.whole ?? 0;
  let start = 0;
  return (
    <>
      <section class="card stack-small">
        <h2>{t("result")}</h2>
        <div class="fig-two">
          {(["handled_share", "on_time_share"] as const).map((code) => (
            <p class="fig-big" key={code}>
              {named(code)}
              <b>{percent(shareOf(total, code))}</b>
              <small>{wholeOf(shareOf(total, code))}</small>
              <small>{defined(code)?.meaning}</small>
            </p>
          ))}
        </div>
        {decided > 0 && (
          <>
            <p>{t("timeliness", { n: number(decided) })}</p>
            <svg class="fig-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
              {parts.map(([code, tone]) => {
                const wide = (100 * (shareOf(total, code)?.part ?? 0)) / decided;
                const from = start;
                start += wide;
                return <rect key={code} class={tone} x={from} y="0" width={wide} height="10" />;
              })}
            </svg>
            <ul class="fig-list">
              {parts.map(([code, tone]) => (
                <li key={code}>
                  <span class={`fig-key ${tone}`}>{named(code)}</span>
                  <b>
                    {percent(shareOf(total, code))} <small>({number(shareOf(total, code)?.part ?? 0)})</small>
                  </b>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="card stack-small">
        <h2>{t("where", { n: number(counts.received) })}</h2>
        <ul class="fig-list">
          {(["handled", "open", "refused", "merged", "unresolved"] as const).map((code) => (
            <li key={code}>
              <span>
                {named(code)}
                {code === "open" && counts.overdue > 0 && ` · ${t("overdue", { n: number(counts.overdue) })}`}
                <small>{defined(code)?.meaning}</small>
              </span>
              <b>{number(counts[code])}</b>
            </li>
          ))}
          <li>
            <span>
              {named("reopened")}
              <small>{defined("reopened")?.meaning}</small>
            </span>
            <b>
              {percent(shareOf(total, "reopened_share"))} <small>({wholeOf(shareOf(total, "reopened_share")) || number(counts.reopened)})</small>
            </b>
          </li>
        </ul>
        {sheet.reasons.length > 0 && (
          <details class="fig-fold">
            <summary>{t("reasons")}</summary>
            <ul class="fig-list">
              {sheet.reasons.map((reason) => (
                <li key={reason.code}>
                  <span>{reason.name}</span>
                  <b>{reason.refused === null ? t("few") : number(reason.refused)}</b>
                </li>
              ))}
            </ul>
          </details>
        )}
      </section>
      <section class="card stack-small">
        <h2>{t("stars")}</h2>
        {counts.rated === null ? (
          <p class="muted">{t("stars_few")}</p>
        ) : (
          <>
            <div class="fig-two">
              {(["satisfied_share", "rated_share"] as const).map((code) => (
                <p class="fig-big" key={code}>
                  {named(code)}
                  <b>{percent(shareOf(total, code))}</b>
                  <small>{wholeOf(shareOf(total, code))}</small>
                  <small>{defined(code)?.meaning}</small>
                </p>
              ))}
            </div>
            <ul class="fig-list">
              {(["unrated", "unhappy"] as const).map((code) => (
                <li key={code}>
                  <span>
                    {named(code)}
                    <small>{defined(code)?.meaning}</small>
                  </span>
                  <b>{counted(counts[code])}</b>
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
    </>
  );
}

export default Figures;
