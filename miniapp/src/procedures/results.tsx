/** What a search found: plain title first, then what it is for, then how, how much, how long, and where. */
import type { ProcedureLine } from "../api/types";
import { HOTLINE } from "../alerts/numbers";
import { Icon } from "../ui/icon";
import { Empty } from "../ui/page";
import { fold, words } from "../ui/words";
import { pageOf } from "./box/box";
import { counting, opened, setCounting } from "./box/counting";
import { titleOf } from "./box/kept";
import { remember } from "./box/recents";
import type { Results } from "./reading";
import vi from "./vi.json";

const t = words(vi);
/** "Not known" is said on the page of the procedure, not on every line of a list. */
const UNKNOWN = /^Ch\u01b0a /;
const CHOICES = 5;

export const known = (texts: (string | null)[]): string[] => texts.filter((text): text is string => Boolean(text) && !UNKNOWN.test(text ?? ""));

export function Line({ line, found }: { line: ProcedureLine; found?: Results }) {
  const open = () => {
    if (!found) return;
    if (!found.offline) opened(found.q, found.items.length, line.code);
    remember(found.q);
  };
  return (
    <a class="card link procedure" href={`#${pageOf(line.code)}`} onClick={open}>
      <h3>{titleOf(line)}</h3>
      {line.what_for ? <p>{line.what_for}</p> : line.plain_title && fold(line.plain_title) !== fold(line.name) && <p class="official">{line.name}</p>}
      <ul class="line-facts">
        <li class={line.online}>{t(`online_${line.online}`)}</li>
        {known([line.fee_text, line.deadline_text]).map((text) => (
          <li key={text}>{text}</li>
        ))}
        <li>{t(`level_${line.level}`)}</li>
      </ul>
    </a>
  );
}

function Lines({ items, found }: { items: ProcedureLine[]; found: Results }) {
  return (
    <ul class="cards">
      {items.map((line) => (
        <li key={line.code}>
          <Line line={line} found={found} />
        </li>
      ))}
    </ul>
  );
}

/** Where no page answers, people do. */
export function AskPeople({ phone = HOTLINE }: { phone?: string | undefined }) {
  return (
    <div class="actions middle">
      <a class="btn" href={`tel:${phone}`}>
        <Icon name="phone" />
        {t("call", { phone })}
      </a>
      <a class="btn ghost" href="#/giup">
        <Icon name="help" />
        {t("ask_team")}
      </a>
    </div>
  );
}

function Nothing({ found }: { found: Results }) {
  return (
    <Empty title={t(found.offline ? "none_offline" : "none")}>
      <p>{t(found.offline ? "none_offline_hint" : "none_hint")}</p>
      <AskPeople phone={found.hotline?.phone} />
    </Empty>
  );
}

/** Asked once on a phone, after an answer, never in its way; no answer is no. */
function MayCount() {
  if (counting.value !== null) return null;
  return (
    <section class="card stack-small no-print" aria-labelledby="may-count">
      <h2 id="may-count">{t("may_count")}</h2>
      <p class="hint">{t("may_count_hint")}</p>
      <div class="actions">
        <button type="button" class="btn ghost small" onClick={() => setCounting(true)}>
          {t("may_count_yes")}
        </button>
        <button type="button" class="btn ghost small" onClick={() => setCounting(false)}>
          {t("may_count_no")}
        </button>
      </div>
    </section>
  );
}

const statusOf = (found: Results): string => {
  if (!found.items.length) return "";
  if (found.offline) return t("found_offline", { n: found.items.length });
  return t(found.more ? "found_more" : "found", { n: found.items.length });
};

export function ResultList({ found }: { found: Results }) {
  const choices = found.ambiguous ? found.items.slice(0, CHOICES) : [];
  const others = found.items.slice(choices.length);
  return (
    <>
      <p role="status" class={found.offline ? "as-of old" : "muted"} hidden={!found.items.length}>
        {statusOf(found)}
      </p>
      {!found.items.length && <Nothing found={found} />}
      {choices.length > 0 && (
        <section class="which stack" aria-labelledby="which">
          <h2 id="which">{t("which")}</h2>
          <p class="muted">{t("which_hint")}</p>
          <Lines items={choices} found={found} />
        </section>
      )}
      {others.length > 0 && (
        <section class="stack" aria-labelledby="others">
          <h2 id="others" class={choices.length ? "" : "hidden"}>
            {t(choices.length ? "others" : "results")}
          </h2>
          <Lines items={others} found={found} />
        </section>
      )}
      {found.items.length > 0 && (
        <p>
          {t("not_there")} <a href="#/giup">{t("ask_team")}</a>
        </p>
      )}
      {!found.offline && <MayCount />}
    </>
  );
}
