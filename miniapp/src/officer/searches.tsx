/** What people look for: the searches that found nothing, and all of them; never fewer than the cut-off. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { SearchKind, Searches as Counts } from "../api/types";
import type { Screen } from "../main/router";
import { PROVINCE } from "../places/province";
import { Chips } from "../ui/form";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { number } from "../ui/words";
import { Only, t } from "./frame";
import { provincesOf } from "./provinces";
import { askProvinces } from "./wire";

type Days = "7" | "28" | "90";
type Counted = Counts["items"][number];
const MOST = 100;

export const Searches: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const mine = provincesOf();
  const province = useSignal(mine[0] ?? PROVINCE);
  const kind = useSignal<SearchKind>("empty");
  const days = useSignal<Days>("28");
  const asked = { province: province.value, kind: kind.value, days: Number(days.value), limit: MOST };
  const read = useRead(`me:searches:${me.value?.id}:${Object.values(asked).join(":")}`, () => got(api.GET("/v1/officer/searches", { params: { query: asked } })));
  const names = useRead(mine.length > 1 ? "provinces" : null, askProvinces, { fresh: 86_400_000 });
  return (
    <div class="stack">
      <Head title={t("searches")} up="/cb" />
      <p class="muted">{t("searches_hint")}</p>
      {mine.length > 1 && (
        <div class="field">
          <label for="province">{t("province")}</label>
          <select id="province" value={province.value} onChange={(event) => (province.value = event.currentTarget.value)}>
            {mine.map((code) => (
              <option key={code} value={code}>
                {names.data?.items.find((one) => one.code === code)?.name ?? code}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="two-picks">
        <Chips
          name="kind"
          legend={t("s_kind")}
          value={kind.value}
          onChoose={(value) => (kind.value = value)}
          choices={(["empty", "all"] as const).map((value) => ({ value, label: t(`s_kind_${value}`) }))}
        />
        <Chips
          name="days"
          legend={t("s_days")}
          value={days.value}
          onChoose={(value) => (days.value = value)}
          choices={(["7", "28", "90"] as const).map((value) => ({ value, label: t("s_n_days", { n: value }) }))}
        />
      </div>
      <Shown read={read} always>
        {(found) => <Report found={found} kind={kind.value} />}
      </Shown>
    </div>
  );
}

/** As lines that a spreadsheet takes. */
export const listOf = (items: Counted[]): string =>
  [
    [t("s_query"), t("s_asked"), t("s_empty"), t("s_opened")].join("\t"),
    ...items.map((one) => [one.query, one.asked, one.empty, one.chosen.map((opened) => `${opened.title} (${opened.count})`).join("; ")].join("\t")),
  ].join("\n");

async function copy(items: Counted[]): Promise<void> {
  try {
    await navigator.clipboard.writeText(listOf(items));
    say(t("s_copied", { n: items.length }));
  } catch {
    say(t("s_copy_failed"));
  }
}

function Report({ found, kind }: { found: Counts; kind: SearchKind }) {
  const most = Math.max(1, ...found.items.map((one) => one.asked));
  return (
    <>
      <p class="box">
        {t("s_cut_off", { n: found.cut_off })} {found.hidden > 0 && t("s_hidden", { n: number(found.hidden) })}
      </p>
      {found.items.length === 0 ? (
        <div class="empty">
          <h2>{t(kind === "empty" ? "s_none_empty" : "s_none")}</h2>
          <p>{t("s_none_hint", { n: found.cut_off })}</p>
        </div>
      ) : (
        <section class="stack" aria-labelledby="asked">
          <div class="row-head asked-head">
            <h2 id="asked">{t("s_count", { n: number(found.items.length) })}</h2>
            <button type="button" class="btn ghost small" onClick={() => void copy(found.items)}>
              <Icon name="list" />
              {t("s_copy")}
            </button>
          </div>
          <ol class="asked">
            {found.items.map((one) => (
              <Row key={one.query} one={one} most={most} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Row({ one, most }: { one: Counted; most: number }) {
  return (
    <li>
      <h3>{one.query}</h3>
      <div class="asked-figures">
        <b>{t("s_times", { n: number(one.asked) })}</b>
        {one.empty > 0 && <span class="asked-empty">{one.empty >= one.asked ? t("s_all_empty") : t("s_some_empty", { n: number(one.empty) })}</span>}
        <svg width="100%" height="8" aria-hidden="true" focusable="false">
          <rect class="track" width="100%" height="8" rx="4" />
          <rect class="fill" width={`${(one.asked / most) * 100}%`} height="8" rx="4" />
          <rect class="void" width={`${(Math.min(one.empty, one.asked) / most) * 100}%`} height="8" rx="4" />
        </svg>
      </div>
      {one.chosen.length > 0 ? (
        <ul class="asked-opened" aria-label={t("s_opened")}>
          {one.chosen.map((opened) => (
            <li key={opened.code}>
              <a href={`#/s/${encodeURIComponent(opened.code)}`}>{opened.title}</a> · {number(opened.count)}
            </li>
          ))}
        </ul>
      ) : (
        <p class="asked-opened muted">{t("s_opened_none")}</p>
      )}
    </li>
  );
}
