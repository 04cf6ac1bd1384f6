/** A volunteer's view: agree first, then what waits near the team's commune; one taker each. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Tick } from "../ui/form";
import { Empty, Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { LineCard, t } from "./line";
import "./rescue.css";
import { agree, askNearby } from "./wire";

const EVERY = 15_000;

export const NearScreen: Screen = () => {
  if (me.value?.roles.includes("volunteer")) return <Near />;
  return (
    <div class="stack">
      <Head title={t("near")} up="/" />
      <p>{t("only_volunteers")}</p>
      <a class="btn" href="#/toi">
        {t("sign_in")}
      </a>
    </div>
  );
};

function Near() {
  const read = useRead(`me:rescue-near:${me.value?.id}`, askNearby, { kept: false });
  const trouble = useSignal("");
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && void read.again(), EVERY);
    return () => clearInterval(timer);
  }, []);
  const choose = async (granted: boolean) => {
    trouble.value = "";
    try {
      await agree(granted);
      await read.again();
    } catch (error) {
      trouble.value = whyNot(error, t("unreachable"));
    }
  };
  return (
    <div class="stack">
      <Head title={t("near")} up="/tn" />
      <p class="box wait">{t("near_safety")}</p>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Shown read={read}>
        {(data) => (
          <div class="stack">
            <Tick label={t("agree")} hint={t("agree_hint")} checked={data.consented} onChange={(on) => void choose(on)} />
            {data.items.length > 0 ? (
              <ul class="cards">
                {data.items.map((line) => (
                  <LineCard key={line.id} line={line} />
                ))}
              </ul>
            ) : (
              data.consented && <Empty title={t("none_near")} />
            )}
          </div>
        )}
      </Shown>
    </div>
  );
}
