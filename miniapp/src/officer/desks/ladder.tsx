/** The ladder: who is told when so much of a case's time is used up. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { Only } from "../gate/gate";
import { askLadder, type Ladder, putLadder, type Rung } from "./wire";
import { t } from "./words";

export const LadderDesk: Screen = () => <Only roles={["officer", "admin"]}>{() => <Asked />}</Only>;

const WHO = ["handlers", "officers", "admins"] as const;
const MOST = 9;

interface TypedRung {
  percent: string;
  name: string;
  tell: Rung["tell"];
}

const typedOf = (rung: Rung): TypedRung => ({ percent: String(rung.at_percent), name: rung.name, tell: rung.tell });

/** What is wrong with a ladder before it is sent: each rung later than the one below, named, and told to somebody. */
export function wrongIn(rungs: TypedRung[]): Wrong[] {
  const wrong: Wrong[] = [];
  let before = 0;
  for (const [place, rung] of rungs.entries()) {
    const percent = /^\d{1,4}$/.test(rung.percent.trim()) ? Number(rung.percent) : Number.NaN;
    if (!(percent >= 1 && percent <= 1000)) wrong.push({ id: `percent-${place}`, message: t("need_percent", { n: place + 1 }) });
    else if (percent <= before) wrong.push({ id: `percent-${place}`, message: t("need_later", { n: place + 1, m: place }) });
    else before = percent;
    if (!rung.name.trim()) wrong.push({ id: `name-${place}`, message: t("need_rung_name", { n: place + 1 }) });
    if (!rung.tell.length) wrong.push({ id: `tell-${place}`, message: t("need_tell", { n: place + 1 }) });
  }
  return wrong;
}

function Asked() {
  const read = useRead("me:ladder", askLadder, { kept: false });
  return (
    <div class="stack">
      <Head title={t("ladder")} up="/qt" />
      <p class="muted">{t("ladder_hint")}</p>
      <Shown read={read}>{(ladder) => (me.value?.roles.includes("admin") ? <Form first={ladder} /> : <Plain ladder={ladder} />)}</Shown>
    </div>
  );
}

function Plain({ ladder }: { ladder: Ladder }) {
  return (
    <ol class="cards">
      {ladder.items.map((rung) => (
        <li key={rung.at_percent} class="card stack-small">
          <b>{t("at", { n: rung.at_percent })}</b>
          <p>{rung.name}</p>
          <small>{rung.tell.map((one) => t(one as "handlers")).join(", ")}</small>
        </li>
      ))}
    </ol>
  );
}

function One({ place, rung, wrong, set, drop }: { place: number; rung: TypedRung; wrong: Wrong[]; set: (next: TypedRung) => void; drop: (() => void) | null }) {
  const tellWrong = wrongOf(wrong, `tell-${place}`);
  return (
    <section class="card stack-small" aria-label={t("rung", { n: place + 1 })}>
      <h2>{t("rung", { n: place + 1 })}</h2>
      <Field id={`percent-${place}`} label={t("percent")} hint={place === 0 ? t("percent_hint") : undefined} value={rung.percent} error={wrongOf(wrong, `percent-${place}`)} onInput={(percent) => set({ ...rung, percent })} input={{ inputMode: "numeric", maxLength: 4 }} />
      <Field id={`name-${place}`} label={t("rung_name")} value={rung.name} error={wrongOf(wrong, `name-${place}`)} onInput={(name) => set({ ...rung, name })} input={{ maxLength: 100 }} />
      <div id={`tell-${place}`} tabIndex={-1} class="stack-small" role="group" aria-label={t("tells")}>
        <b>{t("tells")}</b>
        {tellWrong && <p class="error">{tellWrong}</p>}
        {WHO.map((who) => (
          <Tick key={who} label={t(who)} checked={rung.tell.includes(who)} onChange={(on) => set({ ...rung, tell: WHO.filter((one) => (one === who ? on : rung.tell.includes(one))) })} />
        ))}
      </div>
      {drop && (
        <button type="button" class="btn small danger" onClick={drop}>
          {t("drop_rung", { n: place + 1 })}
        </button>
      )}
    </section>
  );
}

function Form({ first }: { first: Ladder }) {
  const rungs = useSignal<TypedRung[]>(first.items.map(typedOf));
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    trouble.value = "";
    wrong.value = wrongIn(rungs.value);
    if (wrong.value.length) return;
    busy.value = true;
    try {
      const kept = await putLadder(rungs.value.map((rung) => ({ at_percent: Number(rung.percent), name: rung.name.normalize("NFC").trim(), tell: rung.tell })));
      rungs.value = kept.items.map(typedOf);
      say(t("kept"));
    } catch (error) {
      trouble.value = why(error);
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
      {rungs.value.map((rung, place) => (
        <One
          key={place}
          place={place}
          rung={rung}
          wrong={wrong.value}
          set={(next) => (rungs.value = rungs.value.map((one, index) => (index === place ? next : one)))}
          drop={rungs.value.length > 1 ? () => (rungs.value = rungs.value.filter((_, index) => index !== place)) : null}
        />
      ))}
      {rungs.value.length < MOST && (
        <button type="button" class="btn ghost" onClick={() => (rungs.value = [...rungs.value, { percent: "", name: "", tell: [] }])}>
          {t("add_rung")}
        </button>
      )}
      <button type="submit" class="btn" aria-disabled={busy.value}>
        {t("save")}
      </button>
    </form>
  );
}
