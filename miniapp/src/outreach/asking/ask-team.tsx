/** A family asks the team of its hamlet to come and help; one request at a time, taken back with a tap. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { api, got } from "../../api/client";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { day, words } from "../../ui/words";
import { Act } from "../walk/act";
import vi from "./vi.json";

const t = words(vi);
const askHamlets = (commune: string) => got(api.GET("/v1/outreach/visit-requests/hamlets", { params: { query: { commune } } }));
const askMine = () => got(api.GET("/v1/outreach/visit-requests/mine"));

const AskTeam: Screen = () => {
  const commune = me.value?.home_commune_code;
  return (
    <div class="stack">
      <Head title={t("ask_team")} up="/giup" />
      <p>{t("lead")}</p>
      {commune ? (
        <Mine commune={commune} />
      ) : (
        <>
          <p class="box">{t(me.value ? "need_home" : "need_sign_in")}</p>
          <a class="btn" href="#/toi">
            {t("to_me")}
          </a>
        </>
      )}
    </div>
  );
};

function Mine({ commune }: { commune: string }) {
  const read = useRead(`me:visit-requests:${me.value?.id ?? ""}`, askMine);
  const withdraw = (request_id: string) => async () => {
    await got(api.POST("/v1/outreach/visit-requests/{request_id}/withdraw", { params: { path: { request_id } } }));
    say(t("withdrawn"));
    await read.again();
  };
  return (
    <Shown read={read}>
      {(data) => {
        const open = data.items.find((one) => one.state === "open");
        return (
          <>
            {open ? (
              <section class="card stack-small">
                <span class="pill wait">{t("state_open")}</span>
                <b>{open.words}</b>
                <small>{t("asked_at", { hamlet: open.hamlet, on: day(open.asked_at) })}</small>
                <p>{t("calls_hint")}</p>
                <Act kind="btn small danger" act={withdraw(open.id)}>
                  {t("withdraw")}
                </Act>
              </section>
            ) : (
              <Form commune={commune} again={read.again} />
            )}
            <ul class="cards">
              {data.items
                .filter((one) => one.state !== "open")
                .map((one) => (
                  <li key={one.id} class="card">
                    <b>{t(`state_${one.state as "helped" | "withdrawn" | "not_found"}`)}</b>
                    <small>{t("asked_at", { hamlet: one.hamlet, on: day(one.asked_at) })}</small>
                  </li>
                ))}
            </ul>
          </>
        );
      }}
    </Shown>
  );
}

function Form({ commune, again }: { commune: string; again: () => Promise<void> }) {
  const hamlets = useRead(`hamlets:${commune}`, () => askHamlets(commune), { fresh: 86_400_000 });
  const hamlet = useSignal("");
  const how = useSignal("");
  const yes = useSignal(false);
  const wrong = useSignal<Wrong[]>([]);
  const send = async () => {
    const found = how.value.normalize("NFC").trim();
    const gaps = [!hamlet.value && { id: "hamlet", message: t("need_hamlet") }, found.length < 3 && { id: "how", message: t("need_how") }, !yes.value && { id: "yes", message: t("need_yes") }];
    wrong.value = gaps.filter((gap): gap is Wrong => gap !== false);
    if (wrong.value.length) return;
    await got(api.POST("/v1/outreach/visit-requests", { body: { hamlet_id: hamlet.value, words: found, consent: true } }));
    say(t("sent"));
    await again();
  };
  return (
    <Shown read={hamlets} empty={{ when: (data) => data.items.length === 0, title: t("no_hamlets") }}>
      {(data) => (
        <div class="stack">
          <Summary wrong={wrong.value} />
          <label class={wrongOf(wrong.value, "hamlet") ? "field bad" : "field"}>
            {t("q_hamlet")}
            <select id="hamlet" value={hamlet.value} onChange={(event) => (hamlet.value = event.currentTarget.value)}>
              <option value="">{t("choose")}</option>
              {data.items.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <Field id="how" label={t("q_how")} hint={t("q_how_hint")} error={wrongOf(wrong.value, "how")} value={how.value} onInput={(value) => (how.value = value)} input={{ maxLength: 200 }} />
          <div id="yes" tabIndex={-1}>
            <Tick label={t("q_yes")} checked={yes.value} onChange={(on) => (yes.value = on)} hint={t("q_yes_hint")} />
          </div>
          <Act kind="btn wide" act={send}>
            {t("send")}
          </Act>
        </div>
      )}
    </Shown>
  );
}

export default AskTeam;
