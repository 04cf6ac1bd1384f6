/** Taking a merge back: everything is as if it had not been, and what was visited since stays. */
import { useSignal } from "@preact/signals";
import { Field } from "../../ui/form";
import { say } from "../../ui/say";
import { words } from "../../ui/words";
import { add, team } from "../state";
import { Act, Missing } from "../walk/act";
import vi from "./undo.json";

const t = words(vi);

export function Undo({ merge_id, home, name }: { merge_id: string; home: string; name: string }) {
  const reason = useSignal("");
  const sent = useSignal(false);
  const undo = async () => {
    const words = reason.value.normalize("NFC").trim();
    if (words.length < 3) throw new Missing(t("need_reason"));
    if (!team.value) throw new Missing(t("need_team"));
    await add({ type: "merge_undone", body: { team_id: team.value.id, merge_id, reason: words }, household_id: home, title: t("e_undone", { name }) });
    sent.value = true;
    say(t("saved"));
  };
  if (sent.value) return <span class="pill wait">{t("undo_sent")}</span>;
  return (
    <div class="box stack-small">
      <p>{t("undo_hint")}</p>
      <Field id={`why-${merge_id}`} label={t("reason")} value={reason.value} onInput={(value) => (reason.value = value)} input={{ maxLength: 200 }} />
      <Act kind="btn small" act={undo}>
        {t("undo")}
      </Act>
    </div>
  );
}
