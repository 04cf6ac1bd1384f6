/** C3: one procedure, in the order people ask: online? how much? how long? which papers? where? then the law. */
import { useEffect } from "preact/hooks";
import { api, got } from "../api/client";
import { isMissing } from "../api/failure";
import { useRead } from "../api/read";
import type { Procedure } from "../api/types";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { Shown } from "../ui/shown";
import { day, words } from "../ui/words";
import { Cost, HowLong, Online } from "./answers";
import { Filing, Where } from "./filing";
import { titleOf } from "./box/kept";
import { Missing } from "./missing";
import { Official } from "./official";
import { Papers } from "./papers";
import "./procedure.css";
import vi from "./vi.json";

const t = words(vi);

const ask = (code: string) => {
  const commune = homeCommune.peek()?.code;
  return got(api.GET("/v1/procedures/{code}", { params: { path: { code }, query: commune ? { commune } : {} } }));
};

function Page({ one, at }: { one: Procedure; at: number }) {
  return (
    <article class="stack">
      {one.what_for && <p class="what-for">{one.what_for}</p>}
      {one.withdrawn_on && (
        <p class="box bad" role="alert">
          {t("withdrawn", { on: day(one.withdrawn_on) })}
        </p>
      )}
      <div class="answers">
        <Online one={one} />
        <Cost one={one} />
        <HowLong one={one} at={at} />
      </div>
      <Papers one={one} />
      <Where one={one} />
      <Filing one={one} />
      {one.life_events.length > 0 && (
        <section class="no-print" aria-labelledby="moments">
          <h2 id="moments">{t("moments")}</h2>
          <ul class="links">
            {one.life_events.map((event) => (
              <li key={event.code}>
                <a href={`#/viec/${encodeURIComponent(event.code)}`}>{event.name}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Official one={one} />
    </article>
  );
}

const ProcedureScreen: Screen = ({ place }) => {
  const code = place.params["code"] ?? "";
  const commune = homeCommune.value?.code ?? null;
  const read = useRead(`procedure:${code}`, () => ask(code));
  // Another commune was chosen meanwhile: its counter, its days off.
  const kept = read.data?.where?.commune_code;
  useEffect(() => {
    if (commune && kept && kept !== commune && !read.busy) void read.again();
  }, [commune]);
  if (read.failure && isMissing(read.failure)) return <Missing code={code} />;
  return <Shown read={read} head={{ title: t("one"), up: "/s", of: titleOf }}>{(one) => <Page one={one} at={read.at} />}</Shown>;
};

export default ProcedureScreen;
