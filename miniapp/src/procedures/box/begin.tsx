/** Before the first letter: what this phone searched lately, and what most people of the province want. */
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import { PROVINCE } from "../../places/province";
import { Icon } from "../../ui/icon";
import { words } from "../../ui/words";
import { pageOf } from "./box";
import { titleOf } from "./kept";
import { forgetRecent, forgetRecents, recents } from "./recents";
import vi from "./vi.json";

const t = words(vi);
const HOUR = 3_600_000;
const SHOWN = 6;

/** The focus goes on to the neighbour of what disappears. */
function forget(button: HTMLElement, text: string): void {
  const row = button.closest("li");
  (row?.nextElementSibling ?? row?.previousElementSibling)?.querySelector("a")?.focus();
  forgetRecent(text);
}

function Recents() {
  const items = recents.value;
  if (!items.length) return null;
  return (
    <section aria-labelledby="recent">
      <div class="begin-head">
        <h2 id="recent">{t("recent")}</h2>
        <button type="button" class="as-link" onClick={forgetRecents}>
          {t("forget_all")}
        </button>
      </div>
      <ul class="begin-list">
        {items.map((one) => (
          <li key={one.text}>
            <a href={`#${one.code ? pageOf(one.code) : `/s?q=${encodeURIComponent(one.text)}`}`}>
              <Icon name="clock" />
              <span>{one.text}</span>
            </a>
            <button type="button" class="round" aria-label={t("forget", { text: one.text })} onClick={(event) => forget(event.currentTarget, one.text)}>
              <Icon name="close" />
            </button>
          </li>
        ))}
      </ul>
      <p class="hint">{t("recent_hint")}</p>
    </section>
  );
}

function Popular() {
  const read = useRead(`popular:${PROVINCE}`, () => got(api.GET("/v1/procedures/popular", { params: { query: { province: PROVINCE, limit: SHOWN } } })), { fresh: HOUR });
  const items = read.data?.items ?? [];
  if (!items.length) return null;
  return (
    <section aria-labelledby="popular">
      <h2 id="popular">{t("popular")}</h2>
      <ul class="begin-list">
        {items.map((line) => (
          <li key={line.code}>
            <a href={`#${pageOf(line.code)}`}>
              <Icon name="file" />
              <span>{titleOf(line)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Begin() {
  return (
    <>
      <Recents />
      <Popular />
    </>
  );
}
