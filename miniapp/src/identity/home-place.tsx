/** Choosing the home commune: by name among the province's, or by the phone's position. Works offline. */
import { useSignal } from "@preact/signals";
import { api, got } from "../api/client";
import { useRead } from "../api/read";
import type { CommuneLine } from "../api/types";
import { back, type Screen } from "../main/router";
import { homeCommune, setHomeCommune } from "../places/home";
import { metresBetween } from "../places/map-math";
import { PROVINCE } from "../places/topology";
import { platform } from "../platform";
import { Field } from "../ui/form";
import { Icon } from "../ui/icon";
import { Empty, Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { fold, words } from "../ui/words";
import "./me.css";
import vi from "./vi.json";

const t = words(vi);
const DAY = 86_400_000;

export const communesKey = (province: string) => `communes:${province}`;

/** All communes of a province (two pages at most in the largest). */
export async function readCommunes(province: string): Promise<CommuneLine[]> {
  const found: CommuneLine[] = [];
  let cursor: string | undefined;
  do {
    const page = await got(api.GET("/v1/communes", { params: { query: { province, limit: 100, ...(cursor ? { cursor } : {}) } } }));
    found.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

const HomePlace: Screen = () => {
  const read = useRead(communesKey(PROVINCE), () => readCommunes(PROVINCE), { fresh: DAY });
  const q = useSignal("");
  const gps = useSignal<"idle" | "busy" | "failed">("idle");
  const near = useSignal<CommuneLine[] | null>(null);
  const choose = async (commune: CommuneLine) => {
    try {
      await setHomeCommune(commune);
    } catch {
      /* kept on the phone; the account learns it when the network returns and it is chosen again */
    }
    say(t("place_set", { name: commune.full_name }));
    back("/");
  };
  const locate = async (communes: CommuneLine[]) => {
    gps.value = "busy";
    try {
      const spot = await platform.locate();
      const far = (one: CommuneLine) => (one.lat === null || one.lon === null ? Number.POSITIVE_INFINITY : metresBetween(spot, { lat: one.lat, lon: one.lon }));
      near.value = [...communes].sort((a, b) => far(a) - far(b)).slice(0, 5);
      gps.value = "idle";
    } catch {
      gps.value = "failed";
    }
  };
  return (
    <div class="stack">
      <Head title={t("place_title")} up="/" />
      <p>{t("place_hint")}</p>
      <Shown read={read}>
        {(communes) => {
          const wanted = fold(q.value);
          const shown = wanted ? communes.filter((one) => fold(one.full_name).includes(wanted)) : (near.value ?? communes);
          return (
            <>
              <Field
                id="place-q"
                label={t("place_search")}
                value={q.value}
                onInput={(value) => (q.value = value)}
                input={{ type: "search", autocomplete: "off" }}
              />
              <button type="button" class="btn ghost" onClick={() => void locate(communes)} aria-disabled={gps.value === "busy"}>
                <Icon name="target" />
                {gps.value === "busy" ? t("place_finding") : t("place_gps")}
              </button>
              <p role="status" class={gps.value === "failed" ? "error" : "muted"}>
                {gps.value === "failed" ? t("place_gps_failed") : t("place_count", { n: shown.length })}
              </p>
              {shown.length ? (
                <ul class="cards pick">
                  {shown.map((one) => (
                    <li key={one.code}>
                      <button type="button" class="card" aria-pressed={one.code === homeCommune.value?.code} onClick={() => void choose(one)}>
                        {one.full_name}
                      </button>
                    </li>
                  ))}
                </ul>
              ) : (
                <Empty title={t("place_none")} />
              )}
            </>
          );
        }}
      </Shown>
    </div>
  );
};

export default HomePlace;
