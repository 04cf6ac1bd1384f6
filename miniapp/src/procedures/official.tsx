/** What the catalogue prints, behind a tap: names, codes, changes, similar ones, and the legal basis last. */
import type { Procedure } from "../api/types";
import { day, words } from "../ui/words";
import { pageOf } from "./box/box";
import vi from "./vi.json";

const t = words(vi);
const KINDS = ["added", "changed", "withdrawn", "returned"];
/** The rest are no news for people. */
const FIELDS = ["official_name", "level", "field", "issuer", "agency", "decision_no", "subjects", "papers", "online", "ways"];

/** "source:DVCQG crawl 2026-07" in words. */
function sourceOf(provenance: string): string {
  const read = /DVCQG.*?(\d{4})-(\d{2})/.exec(provenance);
  return read ? t("source_portal", { month: `${read[2]}/${read[1]}` }) : provenance;
}

function Facts({ one }: { one: Procedure }) {
  const rows: [string, string | null][] = [
    [t("official"), one.official_name],
    [t("code"), one.code],
    [t("field"), one.field],
    [t("who"), one.subjects.join(", ")],
    [t("decision"), one.decision_no],
    [t("issuer"), one.issuer],
    [t("agency"), one.agency],
    [t("level"), one.level_text],
    [t("online_as"), one.online_text],
  ];
  return (
    <dl class="facts">
      {rows.map(([name, value]) =>
        value ? (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}

function Changes({ one }: { one: Procedure }) {
  if (!one.changes.length) return null;
  return (
    <section aria-labelledby="changes">
      <h3 id="changes">{t("changes")}</h3>
      <ul class="dots">
        {one.changes.map((change) => {
          const fields = change.fields.filter((field) => FIELDS.includes(field));
          const kind = KINDS.includes(change.kind) ? change.kind : "changed";
          return (
            <li key={`${change.on}${change.kind}`}>
              {day(change.on)}: {t(`change_${kind}` as keyof typeof vi)}
              {fields.length > 0 && ` (${fields.map((field) => t(`part_${field}` as keyof typeof vi)).join(", ")})`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Similar({ one }: { one: Procedure }) {
  if (!one.same_as.length) return null;
  return (
    <section aria-labelledby="similar">
      <h3 id="similar">{t("similar")}</h3>
      <ul class="cards">
        {one.same_as.map((other) => (
          <li key={other.code}>
            <a class="card link" href={`#${pageOf(other.code)}`}>
              <b>{other.name}</b>
              <small>
                {other.issuer} · {other.code}
              </small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Official({ one }: { one: Procedure }) {
  return (
    <details class="card official-text no-print">
      <summary>{t("about")}</summary>
      <div class="stack">
        <Facts one={one} />
        <p class="hint">{t("source", { source: sourceOf(one.provenance) })}</p>
        <Changes one={one} />
        <Similar one={one} />
        {one.basis.length > 0 && (
          <section aria-labelledby="basis">
            <h3 id="basis">{t("basis")}</h3>
            <ul class="dots">
              {one.basis.map((law) => (
                <li key={law}>{law}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </details>
  );
}
