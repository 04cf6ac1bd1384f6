/** Which papers: a list to tick, kept on the phone; honest when nobody has written one yet. */
import type { Procedure } from "../api/types";
import { Icon } from "../ui/icon";
import { words } from "../ui/words";
import { progress, tick, ticked, untick } from "./ticks";
import vi from "./vi.json";

const t = words(vi);
type Paper = Procedure["checklist"][number];

function Line({ one, of, ready }: { one: Paper; of: string; ready: boolean }) {
  const small = [one.copies && t("copies", { copies: one.copies }), one.form && t("form", { form: one.form })].filter(Boolean);
  return (
    <li>
      <label class="tick paper">
        <input type="checkbox" checked={ready} onChange={(event) => tick(of, one.paper, event.currentTarget.checked)} />
        <span>
          {one.condition && <em>{one.condition}</em>}
          {one.paper}
          {small.map((text) => (
            <small key={text as string}>{text}</small>
          ))}
        </span>
      </label>
    </li>
  );
}

function Unlisted({ one }: { one: Procedure }) {
  return (
    <>
      <p>{one.papers ? t("papers_portal", { n: one.papers }) : t("papers_unknown")}</p>
      <p>
        <a href={one.portal_url} target="_blank" rel="noopener noreferrer">
          {t("papers_link")}
        </a>
      </p>
    </>
  );
}

function Listed({ one }: { one: Procedure }) {
  const ready = ticked(one.code);
  const { ready: n, all } = progress(one.checklist, ready);
  const always = one.checklist.filter((paper) => !paper.condition);
  const sometimes = one.checklist.filter((paper) => paper.condition);
  const list = (papers: Paper[]) => (
    <ul class="papers">
      {papers.map((paper) => (
        <Line key={paper.no} one={paper} of={one.code} ready={ready.includes(paper.paper)} />
      ))}
    </ul>
  );
  return (
    <>
      <div class="prepared">
        <p role="status">
          <b>{t("prepared", { n, all })}</b>
        </p>
        <progress value={n} max={all} aria-label={t("prepared", { n, all })} />
      </div>
      {always.length > 0 && (
        <div>
          {sometimes.length > 0 && <h3>{t("always")}</h3>}
          {list(always)}
        </div>
      )}
      {sometimes.length > 0 && (
        <div>
          <h3>{t(always.length ? "sometimes" : "depends")}</h3>
          {list(sometimes)}
        </div>
      )}
      {(one.guide_certainty === "medium" || one.guide_certainty === "low") && <p class="box wait">{t("uncertain")}</p>}
      <p class="hint no-print">{t("ticks_hint")}</p>
      <div class="actions no-print">
        {!__ZALO__ && (
          <button type="button" class="btn ghost small" onClick={() => print()}>
            <Icon name="file" />
            {t("print")}
          </button>
        )}
        {ready.length > 0 && (
          <button type="button" class="btn ghost small" onClick={() => untick(one.code)}>
            {t("reset")}
          </button>
        )}
      </div>
    </>
  );
}

export function Papers({ one }: { one: Procedure }) {
  return (
    <section class="card stack" aria-labelledby="a-papers">
      <h2 id="a-papers">{t("a_papers")}</h2>
      {one.checklist.length ? <Listed one={one} /> : <Unlisted one={one} />}
    </section>
  );
}
