/** One incident in a list, and the words several of these screens share. */
import { Icon } from "../ui/icon";
import { ago, words } from "../ui/words";
import type { Line } from "./shapes";
import vi from "./vi.json";

export const t = words(vi);
const WEAK = ["c", "o", "i", "p", "d"] as const;

/** What is happening, to how many, in one line. */
export function facts(line: Line): string {
  return [
    line.what ? t(`what_${line.what}`) : t("what_unknown"),
    line.worse ? t("worse_short") : "",
    line.people ? t("people_n", { n: line.people }) : "",
    ...WEAK.filter((one) => line.weak.includes(one)).map((one) => t(`weak_${one}`)),
    line.help ? t("needs", { what: t(`help_${line.help}`) }) : "",
  ]
    .filter(Boolean)
    .join(" · ");
}

export function whereWords(line: Line): string {
  const at = [line.place, line.commune_name].filter(Boolean).join(" · ");
  return at || (line.lat === null ? t("where_unknown") : `${line.lat}, ${line.lon}`);
}

export function RankPill({ rank }: { rank: number }) {
  return <span class={`pill rank rank-${rank}`}>{t(`rank_${rank}` as "rank_1")}</span>;
}

export function LineCard({ line, chosen = false }: { line: Line; chosen?: boolean }) {
  return (
    <li id={`ca-${line.number}`}>
      <a class={`card link rescue-line rank-${line.rank}${chosen ? " chosen" : ""}`} href={`#/cuu-ho/ca/${line.id}`}>
        <p class="tags">
          <RankPill rank={line.rank} />
          <span class="pill">{line.state_name}</span>
          <span class="muted">
            {t("number_n", { n: line.number })} · {ago(line.opened_at)}
          </span>
        </p>
        <b>{facts(line)}</b>
        <p>
          <Icon name="pin" /> {whereWords(line)}
        </p>
        {line.reasons.length > 0 && <small>{line.reasons.join(" · ")}</small>}
        {line.held && <small class="signed">{t(line.mine ? "held_me" : line.by_volunteer ? "held_volunteer" : "held_command")}</small>}
        {line.said_safe && <small class="state ok">{t("said_safe")}</small>}
        {line.attempts > 0 && <small>{t("attempts", { n: line.attempts })}</small>}
      </a>
    </li>
  );
}
