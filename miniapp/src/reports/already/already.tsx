/** Before sending: what is reported here already, and "I see it too" instead of sending it once more. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api, got } from "../../api/client";
import { asFailure } from "../../api/failure";
import { me } from "../../api/session";
import type { Near } from "../../api/types";
import { uuid7 } from "../../offline/uuid7";
import type { Point } from "../../places/map-math";
import { Tick } from "../../ui/form";
import { ago, distance, words } from "../../ui/words";
import { stateTone } from "../states";
import "./already.css";
import vi from "./vi.json";

const t = words(vi);
const PAUSE = 400;

/** Says "me too" once: the same id however often it is tapped, on this screen. */
export function MeToo({ id, supporters, onSaid }: { id: string; supporters: number; onSaid?: (supporters: number) => void }) {
  const said = useSignal<number | null>(null);
  const busy = useSignal(false);
  const wrong = useSignal("");
  const news = useSignal(true);
  const key = useRef(uuid7());
  const say = async () => {
    if (busy.value) return;
    busy.value = true;
    wrong.value = "";
    try {
      const answer = await got(
        api.POST("/v1/reports/{report_id}/witnesses", {
          params: { path: { report_id: id } },
          body: { id: key.current, wants_news: Boolean(me.value) && news.value },
        }),
      );
      said.value = answer.supporters;
      onSaid?.(answer.supporters);
    } catch (error) {
      wrong.value = asFailure(error).message;
    }
    busy.value = false;
  };
  if (said.value !== null)
    return (
      <p class="box ok" role="status">
        {t("me_too_said", { n: said.value })}
      </p>
    );
  return (
    <div class="stack-small">
      <p class="muted">{supporters > 1 ? t("supporters", { n: supporters }) : t("supporters_one")}</p>
      {me.value && <Tick label={t("me_too_news")} checked={news.value} onChange={(on) => (news.value = on)} />}
      <button type="button" class="btn" onClick={() => void say()} aria-disabled={busy.value}>
        {t("me_too")}
      </button>
      {wrong.value && (
        <p class="error" role="alert">
          {wrong.value}
        </p>
      )}
    </div>
  );
}

interface Props {
  category: string | null;
  where: (Point & { accuracy_m: number | null }) | null;
}

export function Already({ category, where }: Props) {
  const found = useSignal<Near[]>([]);
  useEffect(() => {
    found.value = [];
    if (!category || !where) return;
    let live = true;
    const timer = setTimeout(() => {
      got(api.POST("/v1/reports/nearby", { body: { category_code: category, lat: where.lat, lon: where.lon, accuracy_m: where.accuracy_m } })).then(
        (answer) => {
          if (live) found.value = answer.items;
        },
        // Without network nobody is asked: the report can be sent all the same.
        () => undefined,
      );
    }, PAUSE);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [category, where?.lat, where?.lon]);
  return (
    <div role="status">
      {found.value.length > 0 && (
        <section class="box wait stack" aria-labelledby="already-title">
          <h2 id="already-title">{t("already")}</h2>
          <p>{t("already_hint")}</p>
          <ul class="already">
            {found.value.map((one) => (
              <li key={one.id} class="stack-small">
                <div class="already-head">
                  {one.photo && <img src={one.photo} alt="" loading="lazy" />}
                  <div>
                    <p>
                      <b>{t("already_away", { distance: distance(one.distance_m), when: ago(one.received_at) })}</b>
                    </p>
                    <p class={`state ${stateTone(one.state)}`}>{one.verified ? one.state_name : t("already_unchecked")}</p>
                  </div>
                </div>
                {one.description && <p>{one.description}</p>}
                <MeToo id={one.id} supporters={one.supporters} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
