/** Rating a finished dossier: one to five, reasons of a fixed list, words if one wants to. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import type { Dossier } from "../api/types";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../ui/form";
import { Picks } from "../ui/picks";
import { say } from "../ui/say";
import { day, words } from "../ui/words";
import type { RatingReason } from "./shapes";
import vi from "./vi.json";

const t = words(vi);
const STARS = ["5", "4", "3", "2", "1"] as const;
type Stars = (typeof STARS)[number];
const GOOD_FROM = 4;

export function Rate({ dossier, onChange }: { dossier: Dossier; onChange: () => void }) {
  const given = dossier.rating;
  if (!given && !dossier.may_rate) return null;
  return (
    <section class="card stack" aria-labelledby="rating">
      <h2 id="rating">{t(given ? "rated" : "rate")}</h2>
      {given && (
        <p>
          <b>{t(`stars_${given.stars}` as "stars_5")}</b>
          {given.words && <span class="muted"> – {given.words}</span>}
        </p>
      )}
      {dossier.may_rate && (
        <details open={!given}>
          <summary>{t(given ? "rate_again" : "rate_open")}</summary>
          {given && <p class="muted">{t("rate_until", { on: day(given.changeable_until) })}</p>}
          <Form dossier={dossier} onChange={onChange} />
        </details>
      )}
    </section>
  );
}

function Form({ dossier, onChange }: { dossier: Dossier; onChange: () => void }) {
  const reasons = useRead("rating-reasons", () => got(api.GET("/v1/dossier-rating-reasons")));
  const stars = useSignal<Stars | null>((dossier.rating?.stars.toString() as Stars | undefined) ?? null);
  const why = useSignal<RatingReason[]>(dossier.rating?.reasons ?? []);
  const text = useSignal(dossier.rating?.words ?? "");
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const glad = Number(stars.value) >= GOOD_FROM;
  // What fits the stars comes first; a reason chosen before stays choosable.
  const offered = (reasons.data?.items ?? []).filter((one) => one.good === glad || why.value.includes(one.reason));

  const send = async () => {
    if (busy.value) return;
    wrong.value = stars.value ? [] : [{ id: "stars", message: t("need_stars") }];
    if (!stars.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      const params = { path: { dossier_id: dossier.id } };
      const said = text.value.normalize("NFC").trim();
      await got(api.PUT("/v1/me/dossiers/{dossier_id}/rating", { params, body: { stars: Number(stars.value), reasons: why.value, words: said || null } }));
      say(t("thanks"));
      onChange();
    } catch (error) {
      trouble.value = whyNot(error, t("not_sent"));
    } finally {
      busy.value = false;
    }
  };

  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Summary wrong={wrong.value} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Chips
        name="stars"
        legend={t("stars")}
        choices={STARS.map((value) => ({ value, label: t(`stars_${value}`) }))}
        value={stars.value}
        onChoose={(value) => (stars.value = value)}
        error={wrongOf(wrong.value, "stars")}
      />
      {stars.value && offered.length > 0 && (
        <Picks name="why" legend={t("why")} choices={offered.map((one) => ({ value: one.reason, label: one.text }))} values={why.value} onChange={(values) => (why.value = values)} />
      )}
      <Field id="rating-words" label={t("rating_words")} hint={t("rating_hint")} optional value={text.value} onInput={(value) => (text.value = value.slice(0, 1000))} lines={3} />
      <button type="submit" class="btn" aria-disabled={busy.value}>
        {busy.value ? t("sending") : t("send_rating")}
      </button>
    </form>
  );
}
