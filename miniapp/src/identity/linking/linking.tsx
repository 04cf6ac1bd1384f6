/** One person, several ways in: the other one is proven from inside this session, and both are one account. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { Refused, whyNot } from "../../api/failure";
import { clearKept } from "../../api/memory";
import { me, setMe } from "../../api/session";
import type { LinkedWay, Me } from "../../api/types";
import type { Screen } from "../../main/router";
import { forget } from "../../offline/db";
import { platform } from "../../platform";
import { Empty, Head } from "../../ui/page";
import { say } from "../../ui/say";
import { words } from "../../ui/words";
import { linkedWays } from "../linked";
import { PhoneCode } from "../phone-code";
import { ProvinceDoor, ZaloDoor } from "../trips/doors";
import { useWays } from "../trips/ways";
import "../me.css";
import common from "../vi.json";
import { notMerged } from "./not-merged";
import { Unlink } from "./unlink";
import vi from "./vi.json";

const t = words(vi);
const said = words(common);

const Linking: Screen = () => {
  const person = me.value;
  return (
    <div class="stack">
      <Head title={t("title")} up="/toi" />
      {person ? (
        <Ways person={person} />
      ) : (
        <Empty title={t("sign_in_first")}>
          <a class="btn" href="#/toi">
            {t("sign_in")}
          </a>
        </Empty>
      )}
    </div>
  );
};

export default Linking;

function Ways({ person }: { person: Me }) {
  /** What the other account brought is read anew, not shown from before. */
  const linked = async (next: Me) => {
    clearKept("me:");
    await forget("read:me:");
    setMe(next);
    say(t("done"));
    scrollTo(0, 0);
  };
  const prove = async (ask: () => Promise<Me>) => {
    try {
      await linked(await ask());
    } catch (error) {
      if (!(error instanceof Refused) || error.slug !== "merge-refused") throw error;
      throw new Refused(error.status, { ...error.problem, detail: notMerged(error) });
    }
  };
  const { province } = useWays();
  const open = waysOpen(person, province && platform.name !== "zalo");
  return (
    <>
      <p>{t("why")}</p>
      <section class="card" aria-labelledby="ways">
        <h2 id="ways">{t("ways")}</h2>
        <ul class="devices">
          {waysShown(person, false).map((way) => (
            <li key={way} class="row-head">
              <div>
                <p>{t(`way_${way}`)}</p>
                {way === "phone" && person.phone_masked && <p class="muted">{person.phone_masked}</p>}
              </div>
              <span class={linkedWays(person).includes(way) ? "pill" : "pill wait"}>{linkedWays(person).includes(way) ? t("linked") : t("not_linked")}</span>
            </li>
          ))}
        </ul>
      </section>
      <Proofs person={person} open={open} prove={prove} />
      {linkedWays(person).includes("province") && person.second_factor !== "to_prove" && <Unlink />}
    </>
  );
}

/** The province's account is for those who have one: it is shown, and never missed, where it is switched on. */
const waysShown = (person: Me, province: boolean): LinkedWay[] => ["phone", "zalo", ...(province || linkedWays(person).includes("province") ? (["province"] as const) : [])];
const waysOpen = (person: Me, province: boolean): LinkedWay[] => waysShown(person, province).filter((way) => !linkedWays(person).includes(way));

function Proofs({ person, open, prove }: { person: Me; open: LinkedWay[]; prove: (ask: () => Promise<Me>) => Promise<void> }) {
  if (person.demo) return <p class="box wait">{t("demo")}</p>;
  if (!open.length) return <p class="box ok">{t("all_linked")}</p>;
  if (person.second_factor === "to_prove")
    return (
      <div class="box wait stack">
        <p>{t("factor_first")}</p>
        <a class="btn ghost" href="#/toi">
          {t("to_me")}
        </a>
      </div>
    );
  return (
    <>
      <section aria-labelledby="how">
        <h2 id="how">{t("how")}</h2>
        <ol class="numbered">
          <li>{t("how_first")}</li>
          <li>{t("how_second")}</li>
          <li>
            {t("how_then")} <b>{t("forever")}</b>
          </li>
        </ol>
        <p class="hint">{t("yours_only")}</p>
      </section>
      {open.includes("phone") && (
        <PhoneCode
          title={t("phone_title")}
          hint={t("phone_hint")}
          send={t("phone_send")}
          prove={(body) => prove(() => got(api.POST("/v1/me/phone/code", { body })))}
        />
      )}
      {open.includes("zalo") && <ZaloProof prove={prove} />}
      {open.includes("province") && <ProvinceDoor purpose="link" />}
    </>
  );
}

/** Inside Zalo a tap is the proof; in a browser Zalo's own page, or the way round is told where that is off. */
function ZaloProof({ prove }: { prove: (ask: () => Promise<Me>) => Promise<void> }) {
  const busy = useSignal(false);
  const problem = useSignal("");
  const ways = useWays();
  if (platform.name !== "zalo") return ways.zalo_web ? <ZaloDoor purpose="link" /> : <p class="card">{t("zalo_elsewhere")}</p>;
  const link = async () => {
    if (busy.value) return;
    busy.value = true;
    problem.value = "";
    const zalo_access_token = await platform.zaloToken().catch(() => null);
    try {
      if (!zalo_access_token) throw new Refused(0, { type: "", title: said("zalo_silent"), status: 0 });
      await prove(() => got(api.POST("/v1/me/zalo", { body: { zalo_access_token } })));
    } catch (error) {
      problem.value = whyNot(error, said("offline"));
    } finally {
      busy.value = false;
    }
  };
  return (
    <section class="card stack" aria-labelledby="zalo-link">
      <h2 id="zalo-link">{t("zalo_title")}</h2>
      <p>{t("zalo_hint")}</p>
      {problem.value && (
        <p class="box bad" role="alert">
          {problem.value}
        </p>
      )}
      <button type="button" class="btn" aria-disabled={busy.value} onClick={() => void link()}>
        {busy.value ? said("zalo_busy") : t("zalo_send")}
      </button>
    </section>
  );
}
