/** The lines of a sheet as a table, and what every figure means. */
import type { FigureSheet } from "../api/types";
import { number } from "../ui/words";
import { counted, percent, shareOf, t, wholeOf } from "./shares";

const COLUMNS = [
  ["handled_share", "c_handled"],
  ["on_time_share", "c_on_time"],
  ["extended_share", "c_extended"],
  ["late_share", "c_late"],
  ["reopened_share", "c_reopened"],
  ["satisfied_share", "c_satisfied"],
] as const;
const COUNTS = ["unrated", "refused", "merged", "open"] as const;

export function Rows({ sheet }: { sheet: FigureSheet }) {
  const caption = t("table", { by: t(`by_${sheet.by}`).toLowerCase() });
  return (
    <div class="fig-table" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("c_name")}</th>
            <th scope="col">{t("c_received")}</th>
            {COLUMNS.map(([code, word]) => (
              <th scope="col" key={code}>
                {t(word)}
              </th>
            ))}
            {COUNTS.map((code) => (
              <th scope="col" key={code}>
                {t(`c_${code}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.items.map((line) => (
            <tr key={line.key}>
              <th scope="row">{line.name}</th>
              {line.counts ? (
                <>
                  <td>{number(line.counts.received)}</td>
                  {COLUMNS.map(([code]) => (
                    <td key={code}>
                      {percent(shareOf(line, code))}
                      <small>{wholeOf(shareOf(line, code))}</small>
                    </td>
                  ))}
                  {COUNTS.map((code) => (
                    <td key={code}>{counted(line.counts?.[code])}</td>
                  ))}
                </>
              ) : (
                <td class="few" colSpan={COUNTS.length + COLUMNS.length + 1}>
                  {t("few")}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function Meanings({ sheet }: { sheet: FigureSheet }) {
  return (
    <details class="card fig-fold">
      <summary>{t("meanings")}</summary>
      <dl class="fig-meanings">
        {sheet.definitions.map((one) => (
          <div key={one.code}>
            <dt>{one.name}</dt>
            <dd>{one.meaning}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
