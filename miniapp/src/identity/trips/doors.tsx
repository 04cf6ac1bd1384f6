/** Buttons that lead to another server and back; each is there only where its way is switched on, and never inside Zalo. */
import { useSignal } from "@preact/signals";
import { whyNot } from "../../api/failure";
import { platform } from "../../platform";
import { words } from "../../ui/words";
import { beginTrip, type TripPurpose, type TripWay } from "./trip";
import vi from "./vi.json";
import { useWays } from "./ways";

const t = words(vi);

export function ZaloDoor({ purpose }: { purpose: "sign_in" | "link" }) {
  const ways = useWays();
  if (platform.name === "zalo" || !ways.zalo_web) return null;
  return (
    <section class="card stack" aria-labelledby={`zalo-${purpose}`}>
      <h2 id={`zalo-${purpose}`}>{t(`zalo_${purpose}_title`)}</h2>
      <Door way="zalo" purpose={purpose} label={t(`zalo_${purpose}`)} hint={t("zalo_hint")} />
    </section>
  );
}

export function ProvinceDoor({ purpose }: { purpose: TripPurpose }) {
  const ways = useWays();
  if (platform.name === "zalo" || !ways.province || (purpose === "factor" && !ways.province_factor)) return null;
  return (
    <section class="card stack" aria-labelledby={`province-${purpose}`}>
      <h2 id={`province-${purpose}`}>{t(`province_${purpose}_title`)}</h2>
      <Door way="oidc" purpose={purpose} label={t(`province_${purpose}`)} hint={t(`province_${purpose}_hint`)} />
    </section>
  );
}

function Door({ way, purpose, label, hint }: { way: TripWay; purpose: TripPurpose; label: string; hint: string }) {
  const busy = useSignal(false);
  const problem = useSignal("");
  const leave = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    try {
      await beginTrip(way, purpose);
    } catch (error) {
      problem.value = whyNot(error, t("offline"));
      busy.value = false;
    }
  };
  return (
    <>
      <p class="hint">{hint}</p>
      {problem.value && (
        <p class="box bad" role="alert">
          {problem.value}
        </p>
      )}
      <button type="button" class="btn ghost wide" aria-disabled={busy.value} onClick={() => void leave()}>
        {busy.value ? t("leaving") : label}
      </button>
    </>
  );
}
