/** Inviting somebody by phone, and whom the team still waits for. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { Field } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { day } from "../../ui/words";
import { askInvitations, invite, withdrawInvitation } from "./asks";
import { t } from "./crew";

export function Invitations({ team, leaders = false }: { team: string; leaders?: boolean }) {
  const read = useRead(`me:invitations:${team}`, () => askInvitations(team), { kept: false });
  const phone = useSignal("");
  const trouble = useSignal("");
  const busy = useSignal(false);
  const send = async (role: "volunteer" | "team_leader") => {
    if (busy.value) return;
    trouble.value = phone.value.trim() ? "" : t("invite_need");
    if (trouble.value) return;
    busy.value = true;
    try {
      const made = await invite(team, phone.value.trim(), role);
      phone.value = "";
      say(t("invite_sent", { phone: made.phone }));
      await read.again();
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
  };
  const back = async (id: string) => {
    try {
      await withdrawInvitation(team, id);
      await read.again();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <section class="card stack-small" aria-labelledby={`invite-${team}`}>
      <h2 id={`invite-${team}`}>{t("invite")}</h2>
      <form
        class="stack-small"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send("volunteer");
        }}
      >
        <Field
          id={`phone-${team}`}
          label={t("invite_phone")}
          hint={t("invite_hint")}
          value={phone.value}
          error={trouble.value || undefined}
          onInput={(value) => (phone.value = value)}
          input={{ type: "tel", inputMode: "tel", autocomplete: "off", maxLength: 20 }}
        />
        <div class="actions">
          <button type="submit" class="btn" aria-disabled={busy.value}>
            {t("invite_send")}
          </button>
          {leaders && (
            <button type="button" class="btn ghost" aria-disabled={busy.value} onClick={() => void send("team_leader")}>
              {t("invite_leader")}
            </button>
          )}
        </div>
      </form>
      <Shown read={read} rows={1}>
        {(page) =>
          page.items.length > 0 && (
            <>
              <h3>{t("invite_open")}</h3>
              <ul class="cards">
                {page.items.map((one) => (
                  <li key={one.id} class="line">
                    <span>
                      <b>{one.phone}</b>
                      <small>
                        {t(one.role === "team_leader" ? "invites_as_leader" : "invites_as_volunteer")} · {one.sent ? t("invite_until", { on: day(one.expires_at) }) : t("invite_waiting")}
                      </small>
                    </span>
                    <button type="button" class="btn small ghost" aria-label={`${t("invite_back")}: ${one.phone}`} onClick={() => void back(one.id)}>
                      {t("invite_back")}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Shown>
    </section>
  );
}
