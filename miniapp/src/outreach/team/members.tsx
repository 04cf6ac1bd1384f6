/** Who walks with the team, for who leads it: taken in by the number they signed in with, taken out with a reason. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { useRead } from "../../api/read";
import { Field } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { useMore } from "../../ui/more";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why, why } from "../../ui/why";
import { day } from "../../ui/words";
import { askMembers, type Member, takeIn, takeOut } from "../wire";
import { t } from "./words";

/** `named`: more than one team is led, so each says which it is. */
export function Members({ team, named }: { team: { id: string; name: string }; named: boolean }) {
  const read = useRead(`me:members:${team.id}`, () => askMembers(team.id, null));
  const more = useMore<Member>(read.data, (cursor) => askMembers(team.id, cursor), { of: team.id });
  const again = () => {
    more.forget();
    void read.again();
  };
  return (
    <section class="stack-small" aria-labelledby={`members-${team.id}`}>
      <h2 id={`members-${team.id}`}>{named ? t("m_title_of", { team: team.name }) : t("m_title")}</h2>
      <TakeIn team={team.id} onTaken={again} />
      <Shown read={read}>
        {() => (
          <>
            <ul class="cards">
              {more.items.map((member) => (
                <Line key={member.id} team={team.id} member={member} onTaken={again} />
              ))}
            </ul>
            {!more.items.some((member) => member.role === "volunteer") && <p class="box">{t("m_alone")}</p>}
            {more.button}
          </>
        )}
      </Shown>
    </section>
  );
}

function Line({ team, member, onTaken }: { team: string; member: Member; onTaken: () => void }) {
  const asked = useSignal(false);
  const name = member.person_name || member.person_phone || t("m_nameless");
  const out = async (reason: string) => {
    await takeOut(team, member.id, reason);
    say(t("m_taken_out", { name }));
    onTaken();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <b>{name}</b>
          {member.role === "team_leader" && <small>{t("m_leader")}</small>}
          {member.person_name && member.person_phone && <small>{member.person_phone}</small>}
          <small>{member.by_name ? t("m_since_by", { on: day(member.since), by: member.by_name }) : t("m_since", { on: day(member.since) })}</small>
        </span>
        {member.removable && !asked.value && (
          <button type="button" class="btn small danger" aria-label={`${t("m_out")}: ${name}`} onClick={() => (asked.value = true)}>
            {t("m_out")}
          </button>
        )}
      </div>
      {asked.value && (
        <Why id={`out-${member.id}`} label={t("m_reason", { name })} hint={t("m_out_hint")} need={t("m_need_reason")} act={t("m_out_sure")} send={out} onKeep={() => (asked.value = false)} />
      )}
    </li>
  );
}

function TakeIn({ team, onTaken }: { team: string; onTaken: () => void }) {
  const open = useSignal(false);
  const phone = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  useEffect(() => {
    if (open.value) document.getElementById(`in-${team}`)?.focus();
  }, [open.value]);
  const take = async () => {
    if (busy.value) return;
    if (!phone.value.trim()) {
      trouble.value = t("m_need_phone");
      return;
    }
    busy.value = true;
    trouble.value = "";
    try {
      const member = await takeIn(team, phone.value.trim());
      phone.value = "";
      say(t("m_taken_in", { name: member.person_name || member.person_phone || t("m_nameless") }));
      onTaken();
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
  };
  if (!open.value)
    return (
      <button type="button" class="btn ghost wide" onClick={() => (open.value = true)}>
        <Icon name="plus" />
        {t("m_in")}
      </button>
    );
  return (
    <form
      class="card stack-small"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Field
        id={`in-${team}`}
        label={t("m_phone")}
        hint={t("m_phone_hint")}
        error={trouble.value || undefined}
        value={phone.value}
        onInput={(value) => (phone.value = value)}
        input={{ type: "tel", inputMode: "tel", autocomplete: "off", maxLength: 20 }}
      />
      <div class="actions">
        <button type="submit" class="btn" aria-disabled={busy.value}>
          {t("m_take_in")}
        </button>
        <button type="button" class="btn ghost" onClick={() => (open.value = false)}>
          {t("m_close")}
        </button>
      </div>
    </form>
  );
}
