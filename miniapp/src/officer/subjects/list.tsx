/** The tree of subjects as it stands, what each promises, and what changed of it. */
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Category } from "../../api/types";
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { day, moment } from "../../ui/words";
import { Only } from "../gate/gate";
import { askSubjects, type ChangeLog } from "./wire";
import { t } from "./words";

export const Subjects: Screen = () => <Only roles={["admin", "officer"]}>{() => <List />}</Only>;

const within = (amount: number, unit: Category["finish_unit"]): string => t(`in_${unit}` as "in_working_day", { n: amount });

function Line({ subject, mayChange }: { subject: Category; mayChange: boolean }) {
  const marks = (["urgent", "sealed", "evidence_required"] as const).filter((mark) => subject[mark]);
  return (
    <li class="card">
      <div class="line">
        <span>
          {mayChange ? <a href={`#/qt/loai-viec/${subject.code}`}>{subject.name}</a> : <b>{subject.name}</b>}
          <small class="as-typed">{subject.code}</small>
          <small>
            {subject.handed_to
              ? t("is_handed_to", { where: subject.handed_to })
              : t("promises", {
                  first: within(subject.acknowledge_within, subject.acknowledge_unit),
                  done: within(subject.finish_within, subject.finish_unit),
                })}
          </small>
          {!subject.handed_to && <small>{t("near", { m: subject.duplicate_radius_m, h: subject.duplicate_hours })}</small>}
          {(marks.length > 0 || !subject.public) && (
            <span class="tags">
              {marks.map((mark) => (
                <span class="pill" key={mark}>
                  {t(mark)}
                </span>
              ))}
              {!subject.public && !subject.sealed && <span class="pill">{t("not_public")}</span>}
            </span>
          )}
        </span>
      </div>
    </li>
  );
}

function Log({ log, named }: { log: ChangeLog; named: Map<string, string> }) {
  return (
    <section class="stack-small">
      <h2>{t("log")}</h2>
      {log.items.length === 0 && <p class="muted">{t("log_none")}</p>}
      <ul class="cards">
        {log.items.map((one) => (
          <li key={one.id} class="card stack-small">
            <b>{named.get(one.category_code) ?? one.category_code}</b>
            <small>
              {t(one.applied_at ? "since" : "waits", { at: day(one.effective_on) })} · {moment(one.changed_at)}
            </small>
            <p>{one.note}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List() {
  const read = useRead("me:subjects", askSubjects, { kept: false });
  const mayChange = me.value?.roles.includes("admin") ?? false;
  return (
    <div class="stack">
      <Head title={t("title")} up="/cb/phan-anh" />
      <p class="muted">{t("hint")}</p>
      {mayChange && (
        <a class="btn" href="#/qt/loai-viec/moi">
          {t("add")}
        </a>
      )}
      <Shown read={read} empty={{ when: (all) => all.items.length === 0, title: t("none") }}>
        {({ items, log }) => {
          const groups = items.filter((one) => !one.parent_code);
          return (
            <>
              {groups.map((group) => {
                const inside = items.filter((one) => one.parent_code === group.code);
                return (
                  <section class="stack-small" key={group.code}>
                    {inside.length > 0 && <h2>{group.name}</h2>}
                    <ul class="cards">
                      {[group, ...inside].map((one) => (
                        <Line key={one.code} subject={one} mayChange={mayChange} />
                      ))}
                    </ul>
                  </section>
                );
              })}
              <Log log={log} named={new Map(items.map((one) => [one.code, one.name]))} />
            </>
          );
        }}
      </Shown>
    </div>
  );
}
