/** A phone that was told to forget: nothing is shown, what is left is sent. */
import { Head } from "../../ui/page";
import { events, tally } from "../queue";
import { revoked, syncNow } from "../state";
import { syncing } from "../status";
import { t } from "./words";

export default function Stopped() {
  const { waiting } = tally(events.value);
  return (
    <div class="stack">
      <Head title={t("stopped")} />
      {revoked.value?.reason && <p class="box bad">{revoked.value.reason}</p>}
      <p>{t("stopped_hint")}</p>
      {waiting > 0 && (
        <button type="button" class="btn" disabled={syncing.value} onClick={() => void syncNow()}>
          {t("stopped_send", { n: waiting })}
        </button>
      )}
    </div>
  );
}
