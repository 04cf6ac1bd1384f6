/** The same figures as a table: native, sortable, first column stays, scrolls inside itself. */
import { useSignal } from "@preact/signals";
import { number } from "../ui/words";
import { type Column, type Coverage, intervalOf, percentOf, sorted } from "./coverage";
import { t, VerdictPill } from "./frame";

const COLUMNS: { column: Column; word: Parameters<typeof t>[0]; figure: boolean }[] = [
  { column: "commune_name", word: "c_commune", figure: false },
  { column: "share", word: "c_share", figure: true },
  { column: "verdict", word: "c_verdict", figure: false },
  { column: "know_and_can", word: "c_able", figure: true },
  { column: "adults_assessed", word: "c_assessed", figure: true },
  { column: "adults_reached", word: "c_reached", figure: true },
  { column: "adults_registered", word: "c_registered", figure: true },
];
const figure = (value: number | null): string => (value === null ? "–" : number(value));

export function CoverageTable({ rows }: { rows: Coverage[] }) {
  const by = useSignal<{ column: Column; down: boolean }>({ column: "share", down: true });
  const { column, down } = by.value;
  return (
    <div class="scroll" role="region" aria-label={t("table_caption")} tabIndex={0}>
      <table>
        <caption>{t("table_caption")}</caption>
        <thead>
          <tr>
            {COLUMNS.map((head) => (
              <th key={head.column} scope="col" class={head.figure ? "figure" : ""} aria-sort={head.column === column ? (down ? "descending" : "ascending") : undefined}>
                <button type="button" onClick={() => (by.value = { column: head.column, down: head.column === column ? !down : head.figure })}>
                  {t(head.word)}
                  <span aria-hidden="true">{head.column === column ? (down ? " ▼" : " ▲") : ""}</span>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, column, down).map((row) => (
            <tr key={row.commune_code}>
              <th scope="row">{row.commune_name}</th>
              <td class="figure">
                {percentOf(row.share)} {row.share !== null && <small>({intervalOf(row)})</small>}
              </td>
              <td>
                <VerdictPill verdict={row.verdict} />
              </td>
              <td class="figure">{figure(row.know_and_can)}</td>
              <td class="figure">{figure(row.adults_assessed)}</td>
              <td class="figure">{figure(row.adults_reached)}</td>
              <td class="figure">{figure(row.adults_registered)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
