/** The first three answers of a procedure's page: online or not, how much, how long. */
import type { Procedure } from "../api/types";
import { Icon, type IconName } from "../ui/icon";
import { day, number, words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);
type Way = Procedure["ways"][number];

const SIGNS: Record<Procedure["online"], IconName> = { full: "check", partial: "sync", none: "home", unknown: "help" };

export function Online({ one }: { one: Procedure }) {
  return (
    <section class={`answer online ${one.online}`} aria-labelledby="a-online">
      <h2 id="a-online">{t("a_online")}</h2>
      <p class="big">
        <Icon name={SIGNS[one.online]} />
        {t(`can_${one.online}`)}
      </p>
      <p>{t(`can_${one.online}_long`)}</p>
    </section>
  );
}

export function Cost({ one }: { one: Procedure }) {
  const texts = new Set(one.ways.map((way) => way.fee.text));
  return (
    <section class="answer" aria-labelledby="a-cost">
      <h2 id="a-cost">{t("a_cost")}</h2>
      {texts.size < 2 ? (
        <>
          <p class="big">{one.ways[0]?.fee.text ?? t("cost_unknown")}</p>
          {one.ways.length > 1 && <p class="muted">{t("same_everywhere", { ways: waysOf(one.ways) })}</p>}
        </>
      ) : (
        <dl class="pairs">
          {one.ways.map((way) => (
            <div key={way.channel}>
              <dt>{t(`channel_${way.channel}`)}</dt>
              <dd>{way.fee.text}</dd>
            </div>
          ))}
        </dl>
      )}
      {one.saving_vnd ? <p class="box ok">{t("saving", { vnd: number(one.saving_vnd) })}</p> : null}
    </section>
  );
}

const waysOf = (ways: Way[]): string => ways.map((way) => t(`channel_${way.channel}`).toLowerCase()).join(", ");

const WEEKDAY = new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", weekday: "long" });
const AFTERNOON = 9 * 3_600_000;

/** "thứ Ba, 01/12/2026". */
export const weekday = (on: string): string => {
  const name = WEEKDAY.format(new Date(on)).toLowerCase();
  const [first = "", second = ""] = name.split(" ");
  return `${first} ${second.charAt(0).toUpperCase()}${second.slice(1)}, ${day(on)}`;
};

/** A file handed in after 15:00 counts from the next day: a date told before is no longer true then. */
export const stillToday = (at: number, now: number = Date.now()): boolean => day(at + AFTERNOON) === day(now + AFTERNOON);

function Ready({ way, at }: { way: Way | undefined; at: number }) {
  if (!way?.if_filed_today || !stillToday(at)) return null;
  return (
    <p class="ready">
      <Icon name="today" />
      <span>{t("ready_on", { on: weekday(way.if_filed_today) })}</span>
    </p>
  );
}

export function HowLong({ one, at }: { one: Procedure; at: number }) {
  const groups = new Map<string, Way[]>();
  for (const way of one.ways) groups.set(way.deadline.text, [...(groups.get(way.deadline.text) ?? []), way]);
  const unknown = one.ways.every((way) => way.deadline.amount === null);
  return (
    <section class="answer" aria-labelledby="a-long">
      <h2 id="a-long">{t("a_long")}</h2>
      {unknown ? (
        <>
          <p class="big">{t("long_unknown")}</p>
          <p class="muted">{t("long_unknown_hint")}</p>
        </>
      ) : (
        [...groups.entries()].map(([text, ways]) => (
          <div key={text} class="how-long">
            {groups.size > 1 && <p class="muted">{ways.map((way) => t(`channel_${way.channel}`)).join(", ")}:</p>}
            <p class="big">{text}</p>
            <Ready way={ways[0]} at={at} />
          </div>
        ))
      )}
    </section>
  );
}
