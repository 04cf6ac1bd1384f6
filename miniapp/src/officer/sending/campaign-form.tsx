/** Writing an invitation: where, what, one look at all of it with how many it reaches, then out. Sending again is safe. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useRead } from "../../api/read";
import { go, type Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Failed, Loading } from "../../ui/shown";
import { number } from "../../ui/words";
import { Only } from "../frame";
import { provincesOf } from "../provinces";
import { CommunePicks } from "../warn/picks/commune-picks";
import { askCommunes } from "../wire";
import { announce, countAudience, type NewCampaign } from "./wire";
import { t, why } from "./words";
import "./sending.css";

interface Commune {
  code: string;
  name: string;
}

export const NewInvitation: Screen = () => <Only roles={["officer"]}>{() => <Desk />}</Only>;

function Desk() {
  const province = provincesOf()[0] ?? "";
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  if (communes.data) return <Form communes={communes.data} />;
  return (
    <>
      <Head title={t("new_campaign")} up="/cb/moi" />
      {communes.failure ? <Failed failure={communes.failure} again={() => communes.again()} /> : <Loading />}
    </>
  );
}

const clean = (text: string): string => text.normalize("NFC").trim();

function missing(now: NewCampaign): Wrong[] {
  const wrong: Wrong[] = [];
  if (!clean(now.name)) wrong.push({ id: "name", message: t("need_name") });
  if (!clean(now.invitation)) wrong.push({ id: "invitation", message: t("need_invitation") });
  if (!now.commune_codes.length) wrong.push({ id: "communes", message: t("need_communes") });
  return wrong;
}

function Form({ communes }: { communes: Commune[] }) {
  const filling = useSignal<NewCampaign>({ id: uuid7(), name: "", invitation: "", commune_codes: [] });
  const wrong = useSignal<Wrong[]>([]);
  const last = useSignal<NewCampaign | null>(null);
  const now = filling.value;
  const set = (part: Partial<NewCampaign>) => {
    filling.value = { ...filling.value, ...part };
  };
  if (last.value) return <LastLook body={last.value} communes={communes} onBack={() => (last.value = null)} />;
  return (
    <form
      class="stack narrow"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        wrong.value = missing(now);
        if (wrong.value.length) return;
        last.value = { ...now, name: clean(now.name), invitation: clean(now.invitation) };
        scrollTo(0, 0);
      }}
    >
      <Head title={t("new_campaign")} up="/cb/moi" />
      <Summary wrong={wrong.value} />
      <Field id="name" label={t("q_name")} hint={t("q_name_hint")} value={now.name} error={wrongOf(wrong.value, "name")} onInput={(name) => set({ name })} input={{ maxLength: 100, autocomplete: "off" }} />
      <Field id="invitation" label={t("q_invitation")} hint={t("q_invitation_hint")} value={now.invitation} error={wrongOf(wrong.value, "invitation")} onInput={(invitation) => set({ invitation })} lines={5} />
      <CommunePicks communes={communes} chosen={now.commune_codes} legend={t("q_communes")} error={wrongOf(wrong.value, "communes")} onChange={(commune_codes) => set({ commune_codes })} />
      <button type="submit" class="btn wide">
        {t("check")}
      </button>
    </form>
  );
}

function LastLook({ body, communes, onBack }: { body: NewCampaign; communes: Commune[]; onBack: () => void }) {
  const people = useSignal<number | null | undefined>(undefined);
  const trouble = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    countAudience(body.commune_codes).then(
      (found) => (people.value = found),
      (error: unknown) => (trouble.value = why(error)),
    );
  }, []);
  const send = async () => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    try {
      await announce(body);
      say(t("sent"));
      go("/cb/moi", true);
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  const names = communes.filter((one) => body.commune_codes.includes(one.code)).map((one) => one.name);
  const audience = people.value === undefined ? t("counting") : people.value === null ? t("audience_few") : t("audience", { n: number(people.value) });
  return (
    <div class="stack narrow">
      <Head title={t("check_title")} />
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <section class="card stack-small">
        <h2>{body.name}</h2>
        <p class="campaign-text">{body.invitation}</p>
        <p>
          <b>{t("c_communes", { n: names.length })}:</b> {names.join(", ")}
        </p>
        <p role="status">
          <b>{audience}</b>
        </p>
        <p class="hint">{t("audience_hint")}</p>
      </section>
      <div class="actions">
        <button type="button" class="btn" aria-disabled={busy.value} onClick={() => void send()}>
          {t("send")}
        </button>
        <button type="button" class="btn ghost" onClick={onBack}>
          {t("back_edit")}
        </button>
      </div>
    </div>
  );
}
