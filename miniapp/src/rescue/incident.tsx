/** One incident: what is known, the next step, whom to call, the calls it is made of, and everything done about it. */
import { useSignal } from "@preact/signals";
import { asFailure, Refused, whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Field } from "../ui/form";
import { Icon } from "../ui/icon";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { moment } from "../ui/words";
import { Calls } from "./calls";
import { facts, RankPill, t, whereWords } from "./line";
import "./rescue.css";
import type { Contact, Incident } from "./shapes";
import { act, askIncident, look } from "./wire";

export const IncidentScreen: Screen = ({ place }) => <One key={place.params["id"] ?? ""} id={place.params["id"] ?? ""} />;

function One({ id }: { id: string }) {
  // Never kept on the phone: it is about people in danger.
  const read = useRead(`me:rescue:${me.value?.id}:${id}`, () => askIncident(id), { kept: false });
  const newer = useSignal<Incident | null>(null);
  const up = me.value?.roles.includes("officer") ? "/cuu-ho" : "/cuu-ho/gan";
  return (
    <Shown read={read} head={{ title: t("incident"), up, of: (first) => t("number_n", { n: first.number }) }}>
      {(first) => {
        const shown = newer.value ?? first;
        const onNext = (next: Incident) => (newer.value = next);
        return (
          <div class="board-two">
            <div class="stack">
              <Matter shown={shown} />
              {shown.may_look && <Numbers shown={shown} />}
              <Acting shown={shown} onNext={onNext} />
            </div>
            <div class="stack">
              {(shown.call_lines ?? []).length > 0 && <Calls shown={shown} onNext={onNext} />}
              {(shown.steps ?? []).length > 0 && <Log shown={shown} />}
            </div>
          </div>
        );
      }}
    </Shown>
  );
}

function Matter({ shown }: { shown: Incident }) {
  const at = shown.lat !== null && shown.lon !== null ? `${shown.lat},${shown.lon}` : null;
  return (
    <section class="card stack-small">
      <p class="tags">
        <RankPill rank={shown.rank} />
        <span class="pill">{shown.state_name}</span>
      </p>
      <h2>{facts(shown)}</h2>
      <p class="rescue-where">
        <Icon name="pin" /> {whereWords(shown)}
      </p>
      {at && (
        <p>
          <a href={`geo:${at}?q=${at}`}>{t("open_map", { at })}</a>
          {shown.acc_m !== null && <span class="muted"> · {t("accuracy", { m: Math.round(shown.acc_m) })}</span>}
        </p>
      )}
      {!shown.may_look && at && <p class="muted">{t("roughly")}</p>}
      {shown.reasons.length > 0 && <p class="muted">{shown.reasons.join(" · ")}</p>}
      {shown.held && (
        <p class="box">
          {shown.mine ? t("held_me") : t("held_by", { who: shown.held_by || t(shown.by_volunteer ? "volunteer" : "command") })}
          {shown.held_at && ` · ${moment(shown.held_at)}`}
        </p>
      )}
    </section>
  );
}

function Acting({ shown, onNext }: { shown: Incident; onNext: (next: Incident) => void }) {
  const note = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  const sure = useSignal("");
  const take = async (action: string) => {
    if (busy.value) return;
    busy.value = true;
    trouble.value = "";
    sure.value = "";
    const said = note.value.normalize("NFC").trim();
    try {
      onNext(await act(shown.id, { version: shown.version, action, ...(said && { note: said }) }));
      note.value = "";
      say(t("done"));
    } catch (error) {
      const failure = asFailure(error);
      trouble.value = whyNot(error, t("unreachable"));
      if (failure instanceof Refused && failure.status === 409) await askIncident(shown.id).then(onNext, () => undefined);
    }
    busy.value = false;
  };
  const actions = (shown.actions ?? []).filter((one) => one !== "note" || note.value.trim());
  return (
    <section class="card stack-small">
      <h2>{t("next_step")}</h2>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {sure.value ? (
        <div role="group" aria-label={t("sure")} class="stack-small">
          <p>{t(`sure_${sure.value}` as "sure_mark_false")}</p>
          <div class="actions">
            <button type="button" class="btn danger" onClick={() => void take(sure.value)}>
              {t(`do_${sure.value}` as "do_mark_false")}
            </button>
            <button type="button" class="btn ghost" onClick={() => (sure.value = "")}>
              {t("not_yet")}
            </button>
          </div>
        </div>
      ) : (
        <div class="actions even">
          {actions.map((action, place) => (
            <button
              key={action}
              type="button"
              class={place === 0 ? "btn" : "btn ghost"}
              aria-disabled={busy.value}
              onClick={() => (["mark_false", "hand_112", "safe"].includes(action) ? (sure.value = action) : void take(action))}
            >
              {t(`do_${action}` as "do_take")}
            </button>
          ))}
        </div>
      )}
      {(shown.actions ?? []).includes("note") && <Field id="note" label={t("note")} optional lines={2} value={note.value} onInput={(value) => (note.value = value)} />}
      {!shown.actions?.length && <p class="muted">{t("nothing_next")}</p>}
    </section>
  );
}

function Numbers({ shown }: { shown: Incident }) {
  const found = useSignal<Contact[] | null>(null);
  const trouble = useSignal("");
  const ask = async () => {
    try {
      found.value = await look(shown.id);
      trouble.value = "";
    } catch (error) {
      trouble.value = whyNot(error, t("unreachable"));
    }
  };
  const tel = (phone: string | null) =>
    phone && (
      <a class="btn" href={`tel:${phone}`}>
        <Icon name="phone" />
        {phone}
      </a>
    );
  return (
    <section class="card stack-small">
      <h2>{t("whom_to_call")}</h2>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {found.value === null ? (
        <>
          <button type="button" class="btn wide" onClick={() => void ask()}>
            <Icon name="phone" />
            {t("look")}
          </button>
          <p class="muted">{t("look_hint")}</p>
        </>
      ) : found.value.length === 0 ? (
        <p>{t("no_numbers")}</p>
      ) : (
        <ul class="stack-small">
          {found.value.map((one) => (
            <li key={one.position} class="stack-small">
              <b>{t("call_n", { n: one.position })}</b>
              {one.victim_phone && (
                <p>
                  {t("at_place", { who: one.victim_name ?? "" })} {tel(one.victim_phone)}
                </p>
              )}
              {!one.victim_phone && one.victim_name && <p>{t("at_place", { who: one.victim_name })}</p>}
              {one.phone && (
                <p>
                  {t("caller")} {tel(one.phone)}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Log({ shown }: { shown: Incident }) {
  return (
    <section class="card">
      <h2>{t("log")}</h2>
      <ol class="rescue-log">
        {(shown.steps ?? []).map((step, place) => (
          <li key={place}>
            <b>{step.action_name}</b>
            <small>
              {moment(step.occurred_at)} · {step.person_name || t(`by_${step.by}` as "by_command")}
            </small>
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
