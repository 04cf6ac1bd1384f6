/** Who was invited by phone says yes or no, after proving the number. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Empty, Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { day } from "../../ui/words";
import { answerInvitation, askMyInvitations, type MyInvitation } from "./asks";
import { t } from "./crew";

export const Invited: Screen = () => (
  <div class="stack">
    <Head title={t("invites")} up="/toi" />
    <p class="box">{t("invites_rule")}</p>
    {me.value ? (
      <Mine />
    ) : (
      <Empty title={t("invites_sign_in")}>
        <a class="btn" href="#/toi">
          {t("sign_in")}
        </a>
      </Empty>
    )}
  </div>
);

function Mine() {
  const joined = useSignal<string | null>(null);
  const read = useRead(`me:invites:${me.value?.id}`, askMyInvitations, { kept: false });
  if (joined.value)
    return (
      <Empty title={t("invites_joined", { team: joined.value })}>
        <p>{t("invites_joined_hint")}</p>
        <a class="btn" href="#/toi">
          {t("to_me")}
        </a>
      </Empty>
    );
  return (
    <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("invites_none"), body: <p>{t("invites_none_hint")}</p> }}>
      {(page) => (
        <ul class="cards">
          {page.items.map((one) => (
            <One key={one.id} one={one} onJoined={() => (joined.value = one.team_name)} onDeclined={read.again} />
          ))}
        </ul>
      )}
    </Shown>
  );
}

function One({ one, onJoined, onDeclined }: { one: MyInvitation; onJoined: () => void; onDeclined: () => Promise<void> }) {
  const trouble = useSignal("");
  const busy = useSignal(false);
  const answer = async (yes: boolean) => {
    if (busy.value) return;
    busy.value = true;
    try {
      await answerInvitation(one.id, yes);
      if (yes) onJoined();
      else {
        say(t("invites_declined"));
        await onDeclined();
      }
    } catch (error) {
      trouble.value = why(error);
    }
    busy.value = false;
  };
  return (
    <li class="card stack-small">
      <b>{one.team_name}</b>
      <small>{one.commune_name}</small>
      <span>{t(one.role === "team_leader" ? "invites_as_leader" : "invites_as_volunteer")}</span>
      <small>{t("invites_by", { by: one.by_name ?? "", on: day(one.expires_at) })}</small>
      {trouble.value && (
        <p class="error" role="alert">
          {trouble.value}
        </p>
      )}
      <div class="actions">
        <button type="button" class="btn" aria-disabled={busy.value} onClick={() => void answer(true)}>
          {t("invites_yes")}
        </button>
        <button type="button" class="btn ghost" aria-disabled={busy.value} onClick={() => void answer(false)}>
          {t("invites_no")}
        </button>
      </div>
    </li>
  );
}
