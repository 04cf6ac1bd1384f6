/** Edits of one field by two people who did not know of each other: both values stand until a person chooses. */
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { moment } from "../../ui/words";
import { Act } from "../walk/act";
import { askConflicts, type ConflictLine, resolveConflict } from "./wire";
import { t } from "./words";

const FIELDS = ["reference", "adults_total", "closed", "label", "birth_year", "sex", "consent", "left_on", "removed", "place"] as const;

const fieldWord = (field: string): string => (FIELDS.includes(field as "label") ? t(`f_${field}` as "f_label") : field);
const valueWord = (value: unknown): string => (value === null || value === undefined ? t("empty") : value === true ? t("yes") : value === false ? t("no") : String(value));

const Conflicts: Screen = () => {
  const read = useRead(`me:conflicts:${me.value?.id ?? ""}`, () => askConflicts(false));
  return (
    <div class="stack">
      <Head title={t("conflicts")} up="/tn/to/ban" />
      <p class="muted">{t("conflicts_hint")}</p>
      <Shown read={read} empty={{ when: (data) => data.items.length === 0, title: t("conflicts_none") }}>
        {(data) => (
          <ul class="cards">
            {data.items.map((one) => (
              <Line key={one.id} one={one} again={read.again} />
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
};

function Line({ one, again }: { one: ConflictLine; again: () => Promise<void> }) {
  const keep = (which: "first" | "second") => async () => {
    await resolveConflict(one.id, which);
    say(t("resolved"));
    await again();
  };
  const sides = [
    ["first", one.first_value, one.first_by, one.first_at],
    ["second", one.second_value, one.second_by, one.second_at],
  ] as const;
  return (
    <li class="card stack-small">
      <div class="line">
        <b>{one.household ?? t("adult")}</b>
        <span class={`pill ${one.resolution ? "ok" : "wait"}`}>{t(one.resolution ? `c_${one.resolution}` : "c_open")}</span>
      </div>
      <p>{fieldWord(one.field)}</p>
      {sides.map(([side, value, by, at]) => (
        <div key={side} class="box stack-small">
          <b>{valueWord(value)}</b>
          <small>{t("said_by", { who: by, at: moment(at) })}</small>
          {!one.resolution && (
            <Act kind="btn small ghost" label={`${t("keep_this")}: ${valueWord(value)}`} act={keep(side)}>
              {t("keep_this")}
            </Act>
          )}
        </div>
      ))}
    </li>
  );
}

export default Conflicts;
