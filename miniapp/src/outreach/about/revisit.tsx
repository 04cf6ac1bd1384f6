/** When to come again: a day and an hour, two taps for the usual ones. */
import { Chips } from "../../ui/form";
import { dayIn, type Draft } from "../draft";
import { t } from "./words";

const DAYS = { tomorrow: 1, days: 3, week: 7, month: 30 } as const;
const HOURS = { morning: "08:30", afternoon: "15:00", evening: "19:00" } as const;
type Near = keyof typeof DAYS;
type Usual = keyof typeof HOURS;

interface Props {
  value: Draft["revisit"];
  /** Nothing agreed is an answer, too; not when the visit's result is that one was. */
  none: boolean;
  error: string | undefined;
  onChange: (next: Draft["revisit"]) => void;
}

export default function Revisit({ value: { day, hour }, none, error, onChange }: Props) {
  const near = (Object.keys(DAYS) as Near[]).find((key) => dayIn(DAYS[key]) === day);
  const usual = (Object.keys(HOURS) as Usual[]).find((key) => HOURS[key] === hour);
  return (
    <div class="stack">
      <Chips<Near | "none" | "other">
        name="revisit"
        legend={t("q_revisit")}
        error={error}
        choices={[...(none ? (["none"] as const) : []), ...(Object.keys(DAYS) as Near[]), "other" as const].map((value) => ({ value, label: t(`v_${value}`) }))}
        value={near ?? (day ? "other" : none ? "none" : null)}
        onChoose={(key) => onChange({ hour, day: key === "none" ? null : key === "other" ? dayIn(2) : dayIn(DAYS[key]) })}
      />
      {day !== null && (
        <>
          {!near && (
            <div class="field">
              <label for="revisit-day">{t("revisit_day")}</label>
              <input id="revisit-day" type="date" value={day} min={dayIn(0)} max={dayIn(700)} onInput={(event) => event.currentTarget.value && onChange({ hour, day: event.currentTarget.value })} />
            </div>
          )}
          <Chips<Usual | "other">
            name="revisit-hour"
            legend={t("revisit_hour")}
            choices={[...(Object.keys(HOURS) as Usual[]), "other" as const].map((value) => ({ value, label: t(`h_${value}`) }))}
            value={usual ?? "other"}
            onChoose={(key) => onChange({ day, hour: key === "other" ? "17:30" : HOURS[key] })}
          />
          {!usual && (
            <div class="field">
              <label for="revisit-time">{t("h_other")}</label>
              <input id="revisit-time" type="time" value={hour} onInput={(event) => event.currentTarget.value && onChange({ day, hour: event.currentTarget.value })} />
            </div>
          )}
        </>
      )}
    </div>
  );
}
