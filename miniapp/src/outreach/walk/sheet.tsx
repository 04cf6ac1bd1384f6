/** The sheet on A4: doors in their order with boxes to tick by pen and the code to type in later. */
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { day, moment } from "../../ui/words";
import { askSheet, type Sheet } from "./wire";
import { t } from "./words";
import "./sheet.css";

const BOXES = ["met", "nobody_home", "refused", "revisit", "moved", "do_not_contact"] as const;

const SheetPage: Screen = ({ place }) => {
  const no = Number(place.params["no"]);
  const read = useRead(`me:sheet:${no}`, () => askSheet(no));
  return (
    <div class="stack">
      <div class="no-print">
        <Head title={t("sheet", { no })} up="/tn/di" />
      </div>
      <Shown read={read}>{(sheet) => <Paper sheet={sheet} />}</Shown>
    </div>
  );
};

function Paper({ sheet }: { sheet: Sheet }) {
  const left = sheet.lines.filter((line) => !line.entered_at).length;
  return (
    <>
      <div class="no-print stack-small">
        <p>{t("sheet_hint")}</p>
        <button type="button" class="btn wide" onClick={() => print()}>
          {t("print_now")}
        </button>
        <a class="btn ghost wide" href="#/tn/giay">
          {left ? t("type_left", { n: left }) : t("typed_all")}
        </a>
      </div>
      <article class="paper">
        <header>
          <b>{sheet.team_name}</b>
          <span>{t("sheet_head", { no: sheet.no, who: sheet.walker, on: day(sheet.printed_at) })}</span>
        </header>
        <p class="legend">{t("legend")}</p>
        <ol>
          {sheet.lines.map((line) => (
            <li key={line.line}>
              <div class="paper-line">
                <b>{line.reference}</b>
                <span>{line.hamlet}</span>
                <code>{line.code}</code>
              </div>
              {line.entered_at && <p class="no-print pill ok">{t("typed_at", { at: moment(line.entered_at) })}</p>}
              <p class="boxes">
                <span>{t("p_when")}</span>
                {BOXES.map((result) => (
                  <span key={result}>☐ {t(`p_${result}`)}</span>
                ))}
              </p>
              {line.adults.map((label, place) => (
                <p key={place} class="boxes">
                  <b>
                    {place + 1}. {label}
                  </b>
                  <span>{t("p_adult")}</span>
                </p>
              ))}
            </li>
          ))}
        </ol>
        <footer>{t("sheet_foot")}</footer>
      </article>
    </>
  );
}

export default SheetPage;
