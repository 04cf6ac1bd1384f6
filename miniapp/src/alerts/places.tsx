/** Places besides home whose warnings a person wants: parents', the field, the children's school. Five at most. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { AlertPlace } from "../api/types";
import type { Screen } from "../main/router";
import { homeCommune } from "../places/home";
import { platform } from "../platform";
import { PROVINCE } from "../places/topology";
import { Field, Summary, type Wrong, wrongOf } from "../ui/form";
import { Icon } from "../ui/icon";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import { communesKey, readCommunes } from "../identity/home-place";
import "./alerts.css";
import vi from "./vi.json";

const t = words(vi);
const MOST = 5;
const DAY = 86_400_000;

const AlertPlaces: Screen = () => (
  <div class="stack">
    <Head title={t("places_title")} up="/canh-bao" />
    <p>{t("places_hint")}</p>
    <p class="box">
      <Icon name="home" /> {homeCommune.value ? t("places_home", { name: homeCommune.value.full_name }) : t("none_place")} <a href="#/noi-o">{t("places_change_home")}</a>
    </p>
    {me.value ? <Mine /> : <Stranger />}
  </div>
);

const Stranger = () => (
  <section class="stack-small">
    <p>{t("places_sign_in")}</p>
    <a class="btn" href="#/toi">
      {t("sign_in")}
    </a>
  </section>
);

function Mine() {
  const read = useRead("me:alert-places", () => got(api.GET("/v1/me/alert-places")));
  const now = useSignal<AlertPlace[] | null>(null);
  const trouble = useSignal("");
  const keep = async (places: AlertPlace[]): Promise<boolean> => {
    trouble.value = "";
    try {
      const items = places.map(({ commune_code, label }) => ({ commune_code, label }));
      now.value = (await got(api.PUT("/v1/me/alert-places", { body: { items } }))).items;
      say(t("places_kept"));
      return true;
    } catch (error) {
      trouble.value = whyNot(error, t("places_net"));
      return false;
    }
  };
  return (
    <Shown read={read}>
      {(first) => {
        const places = now.value ?? first.items;
        return (
          <>
            {trouble.value && (
              <p class="box bad" role="alert">
                {trouble.value}
              </p>
            )}
            {places.length ? (
              <ul class="cards">
                {places.map((place) => (
                  <li key={place.commune_code} class="card row-head">
                    <span>
                      <b>{place.label}</b>
                      <br />
                      <small>{place.commune_name}</small>
                    </span>
                    <button type="button" class="btn ghost" onClick={() => void keep(places.filter((one) => one !== place))}>
                      {t("places_drop")}
                      <span class="hidden"> {place.label}</span>
                    </button>
                  </li>
                ))}
              </ul>
            ) : (
              <p class="muted">{t("places_none")}</p>
            )}
            {places.length < MOST ? <Adding key={places.length} taken={places.map((one) => one.commune_code)} onAdd={(place) => keep([...places, place])} /> : <p class="box">{t("places_full")}</p>}
          </>
        );
      }}
    </Shown>
  );
}

function Adding({ taken, onAdd }: { taken: string[]; onAdd: (place: AlertPlace) => Promise<boolean> }) {
  const read = useRead(communesKey(PROVINCE), () => readCommunes(PROVINCE), { fresh: DAY });
  const label = useSignal("");
  const code = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const gps = useSignal<"idle" | "busy" | "failed" | "found">("idle");
  const here = async () => {
    gps.value = "busy";
    try {
      const { lat, lon } = await platform.locate();
      const { candidates } = await got(api.GET("/v1/locate", { params: { query: { lat, lon } } }));
      code.value = candidates.find((one) => !taken.includes(one.code))?.code ?? "";
      gps.value = code.value ? "found" : "failed";
    } catch {
      gps.value = "failed";
    }
  };
  const add = async () => {
    const name = label.value.normalize("NFC").trim();
    const commune = read.data?.find((one) => one.code === code.value);
    wrong.value = [...(commune ? [] : [{ id: "commune", message: t("need_commune") }]), ...(name ? [] : [{ id: "label", message: t("need_label") }])];
    if (commune && name) await onAdd({ commune_code: commune.code, commune_name: commune.full_name, label: name });
  };
  const fault = wrongOf(wrong.value, "commune");
  return (
    <Shown read={read}>
      {(communes) => (
        <form
          class="card stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <h2>{t("places_add")}</h2>
          <Summary wrong={wrong.value} />
          <div class={fault ? "field bad" : "field"}>
            <label for="commune">{t("q_commune")}</label>
            {fault && (
              <p class="error" id="commune-error">
                {fault}
              </p>
            )}
            <select id="commune" value={code.value} aria-describedby={fault ? "commune-error" : undefined} onChange={(event) => (code.value = event.currentTarget.value)}>
              <option value="">–</option>
              {communes
                .filter((one) => !taken.includes(one.code))
                .map((one) => (
                  <option key={one.code} value={one.code}>
                    {one.full_name}
                  </option>
                ))}
            </select>
          </div>
          <button type="button" class="btn ghost" onClick={() => void here()} aria-disabled={gps.value === "busy"}>
            <Icon name="target" />
            {t(gps.value === "busy" ? "here_finding" : "here")}
          </button>
          <p role="status" class={gps.value === "failed" ? "error" : "muted"}>
            {gps.value === "failed" ? t("here_failed") : gps.value === "found" && t("here_check")}
          </p>
          <Field id="label" label={t("q_label")} hint={t("label_hint")} value={label.value} error={wrongOf(wrong.value, "label")} onInput={(value) => (label.value = value)} input={{ maxLength: 40 }} />
          <button type="submit" class="btn">
            {t("places_add_now")}
          </button>
        </form>
      )}
    </Shown>
  );
}

export default AlertPlaces;
