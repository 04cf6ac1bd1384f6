/** Months of a commune: the running one, and closed ones as they were told, each with the line of what came late. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Only } from "../../officer/gate/gate";
import { provincesOf } from "../../officer/provinces";
import { askCommunes } from "../../officer/wire";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { day, isoDay, number } from "../../ui/words";
import { Act } from "../walk/act";
import { askMonths, closeMonth, type MonthLine } from "./wire";
import { t } from "./words";

const Months: Screen = () => <Only roles={["officer", "admin"]}>{() => <Choose />}</Only>;

function Choose() {
  const province = provincesOf()[0] ?? "";
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  const chosen = useSignal("");
  return (
    <div class="stack">
      <Head title={t("months")} up="/cb/kiem-tra" />
      <p>{t("months_hint")}</p>
      <Shown read={communes}>
        {(all) => (
          <>
            <div class="field">
              <label for="month-commune">{t("commune")}</label>
              <select id="month-commune" value={chosen.value || all[0]?.code} onChange={(event) => (chosen.value = event.currentTarget.value)}>
                {all.map(({ code, name }) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </select>
            </div>
            <Lines key={chosen.value || all[0]?.code} commune={chosen.value || (all[0]?.code ?? "")} province={province} />
          </>
        )}
      </Shown>
    </div>
  );
}

const monthWord = (month: string): string => `${month.slice(5, 7)}/${month.slice(0, 4)}`;

function Lines({ commune, province }: { commune: string; province: string }) {
  const read = useRead(`me:months:${commune}`, () => askMonths(commune));
  return (
    <Shown read={read}>
      {(data) => (
        <ul class="cards">
          {data.items.map((line) => (
            <Line key={line.month} line={line} province={province} again={read.again} />
          ))}
        </ul>
      )}
    </Shown>
  );
}

function Line({ line, province, again }: { line: MonthLine; province: string; again: () => Promise<void> }) {
  const { figures } = line;
  const over = line.month.slice(0, 7) < isoDay().slice(0, 7);
  const close = async () => {
    const { communes } = await closeMonth(province, line.month);
    say(t("closed_communes", { n: number(communes) }));
    await again();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <b>{t("month", { m: monthWord(line.month) })}</b>
        <span class={`pill ${line.closed_at ? "ok" : "wait"}`}>{line.closed_at ? t("closed_on", { on: day(line.closed_at) }) : t(over ? "to_close" : "running")}</span>
      </div>
      <p>{t("figures", { visits: number(figures.visits), tried: number(figures.households_tried), met: number(figures.households_met), adults: number(figures.adults_met) })}</p>
      <small>{t("figures_more", { away: number(figures.nobody_home), refused: number(figures.refused) })}</small>
      {line.closed_at && <p class={line.late ? "box wait" : "muted"}>{line.late ? t("late", { n: number(line.late), bounded: number(line.late_bounded) }) : t("late_none")}</p>}
      {!line.closed_at && over && (
        <Act kind="btn ghost wide" act={close}>
          {t("close_month")}
        </Act>
      )}
    </li>
  );
}

export default Months;
