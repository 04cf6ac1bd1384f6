/** Visits by the communes of their day or by those of today, and a hamlet that has gone over to another commune. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Only } from "../../officer/gate/gate";
import { provincesOf } from "../../officer/provinces";
import { askCommunes } from "../../officer/wire";
import { PROVINCE } from "../../places/topology";
import { Chips, Field } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { isoDay, number, words as wordsOf } from "../../ui/words";
import { Act, Missing } from "../walk/act";
import { askHamletsOf, askRestated, type Geography, moveHamlet } from "./wire";
import vi from "./geography.json";

const t = wordsOf(vi);

const YEAR_DAYS = 365;
const daysAgo = (days: number): string => isoDay(Date.now() - days * 86_400_000);

const GeographyDesk: Screen = () => <Only roles={["officer", "admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const geography = useSignal<Geography>("then");
  const since = useSignal(daysAgo(YEAR_DAYS));
  const until = useSignal(isoDay());
  const key = `me:restated:${me.value?.id}:${since.value}:${until.value}:${geography.value}`;
  const read = useRead(since.value && until.value ? key : null, () => askRestated(since.value, until.value, geography.value), { kept: false });
  return (
    <div class="stack">
      <Head title={t("geography")} up="/cb" />
      <p class="muted">{t("geography_hint")}</p>
      <Chips
        name="geography"
        legend={t("by_which")}
        value={geography.value}
        onChoose={(value) => (geography.value = value)}
        choices={[
          { value: "then", label: t("g_then") },
          { value: "now", label: t("g_now") },
        ]}
      />
      <Field id="since" label={t("since")} value={since.value} onInput={(value) => (since.value = value)} input={{ type: "date", max: until.value }} />
      <Field id="until" label={t("until")} value={until.value} onInput={(value) => (until.value = value)} input={{ type: "date", max: isoDay() }} />
      <Shown read={read} empty={{ when: (data) => data.communes.length === 0, title: t("restated_none") }}>
        {(data) => (
          <>
            <p class="box">{t("restated_total", { visits: number(data.visits), adults: number(data.adults_counted) })}</p>
            <ul class="cards">
              {data.communes.map((one) => (
                <li key={one.commune_code} class="card stack-small">
                  <b>{one.commune_name}</b>
                  <p>{t("restated_line", { visits: number(one.visits), met: number(one.adults_met), adults: number(one.adults_counted) })}</p>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      <Going again={read.again} />
    </div>
  );
}

/** A hamlet that is another commune's from a day on. */
function Going({ again }: { again: () => Promise<void> }) {
  const province = provincesOf()[0] ?? PROVINCE;
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  const from = useSignal("");
  const hamlet = useSignal("");
  const to = useSignal("");
  const since = useSignal(isoDay());
  const basis = useSignal("");
  const hamlets = useRead(from.value ? `me:hamlets:${from.value}` : null, () => askHamletsOf(from.value), { kept: false });
  const names = communes.data?.map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const choose = (code: string) => {
    from.value = code;
    hamlet.value = "";
  };
  const go = async () => {
    const words = basis.value.normalize("NFC").trim();
    if (!hamlet.value || !to.value || to.value === from.value || !since.value || words.length < 3) throw new Missing(t("need_going"));
    await moveHamlet(hamlet.value, { commune_code: to.value, since: since.value, basis: words });
    say(t("gone"));
    hamlet.value = "";
    await again();
  };
  return (
    <section class="stack">
      <h2>{t("going")}</h2>
      <p class="muted">{t("going_hint")}</p>
      <Pick id="from" label={t("from_commune")} value={from.value} choices={names} onChoose={choose} />
      <Pick id="hamlet" label={t("hamlet")} value={hamlet.value} choices={hamlets.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []} onChoose={(id) => (hamlet.value = id)} />
      <Pick id="to" label={t("to_commune")} value={to.value} choices={names} onChoose={(code) => (to.value = code)} />
      <Field id="gone-since" label={t("since")} value={since.value} onInput={(value) => (since.value = value)} input={{ type: "date" }} />
      <Field id="basis" label={t("basis")} hint={t("basis_hint")} value={basis.value} onInput={(value) => (basis.value = value)} input={{ maxLength: 200 }} />
      <Act kind="btn wide" act={go}>
        {t("going_do")}
      </Act>
    </section>
  );
}

function Pick({ id, label, value, choices, onChoose }: { id: string; label: string; value: string; choices: { value: string; label: string }[]; onChoose: (value: string) => void }) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">{t("choose")}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

export default GeographyDesk;
