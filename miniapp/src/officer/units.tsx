/** O5: open reports by the unit that must answer: open, due today, overdue; down to the single case. */
import { useSignal } from "@preact/signals";
import { CaseCard } from "../agency/inbox";
import { askAllOpen } from "../agency/wire";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { moment, number } from "../ui/words";
import { DeskLink, Only, t } from "./frame";
import { byUnit, type Unit } from "./unit-counts";

export const Units: Screen = () => <Only roles={["officer"]}>{() => <Desk />}</Only>;

function Desk() {
  const read = useRead(`me:units:${me.value?.id}`, askAllOpen);
  return (
    <div class="stack">
      <Head title={t("units")} />
      <DeskLink href="#/cb/noi-xu-ly" icon="list" title={t("routing")} hint={t("routing_card")} />
      <p class="muted">{t("units_hint")}</p>
      <a href="#/hs-hoi">{t("units_questions")}</a>
      <Shown read={read} always empty={{ when: (found) => found.items.length === 0, title: t("units_none") }}>
        {(found) => (
          <>
            {!found.whole && <p class="box wait">{t("units_partial")}</p>}
            <Table units={byUnit(found.items)} />
          </>
        )}
      </Shown>
    </div>
  );
}

function Table({ units }: { units: Unit[] }) {
  const open = useSignal<string | null | undefined>(undefined);
  const shown = units.find((unit) => unit.name === open.value);
  const sum = (of: (unit: Unit) => number) => number(units.reduce((all, unit) => all + of(unit), 0));
  return (
    <>
      <div class="scroll" role="region" aria-label={t("u_caption")} tabIndex={0}>
        <table>
          <caption>{t("u_caption")}</caption>
          <thead>
            <tr>
              <th scope="col">{t("u_unit")}</th>
              <th scope="col" class="figure">
                {t("u_late")}
              </th>
              <th scope="col" class="figure">
                {t("u_today")}
              </th>
              <th scope="col" class="figure">
                {t("u_open")}
              </th>
              <th scope="col">{t("u_oldest")}</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={unit.name}>
                <th scope="row">
                  <button type="button" class="as-link" aria-expanded={open.value === unit.name} onClick={() => (open.value = open.value === unit.name ? undefined : unit.name)}>
                    {unit.name ?? t("u_none")}
                  </button>
                </th>
                <td class={`figure ${unit.late ? "bad" : ""}`}>{number(unit.late)}</td>
                <td class="figure">{number(unit.today)}</td>
                <td class="figure">{number(unit.open)}</td>
                <td>{unit.oldest ? moment(unit.oldest) : "–"}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("u_all")}</th>
              <td class="figure">{sum((unit) => unit.late)}</td>
              <td class="figure">{sum((unit) => unit.today)}</td>
              <td class="figure">{sum((unit) => unit.open)}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {shown && (
        <section class="stack" aria-live="polite">
          <div class="row-head">
            <h2>{t("cases_of", { unit: shown.name ?? t("u_none").toLowerCase() })}</h2>
            <button type="button" class="as-link" onClick={() => (open.value = undefined)}>
              {t("close_list")}
            </button>
          </div>
          <ul class="cards cases">
            {shown.cases.map((line) => (
              <CaseCard key={line.id} line={line} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
