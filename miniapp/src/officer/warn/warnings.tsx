/** Warnings this desk has published, and drafts that wait; one of them, its new version, and ending it early. */
import { useSignal } from "@preact/signals";
import { fileUrl } from "../../api/client";
import { whyNot } from "../../api/failure";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Icon } from "../../ui/icon";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { moment } from "../../ui/words";
import { Only } from "../gate/gate";
import { t } from "./words";
import type { StaffAlert } from "../shapes";
import { askAlert, askAlerts, cancel } from "../wire";
import { askDrafts } from "./wire";

export const Warnings: Screen = () => <Only roles={["officer"]}>{() => <List />}</Only>;
export const Warning: Screen = ({ place }) => <Only roles={["officer"]}>{() => <One id={place.params["id"] ?? ""} />}</Only>;

function stands(alert: StaffAlert): string {
  if (alert.cancelled_at) return t("w_cancelled", { at: moment(alert.cancelled_at) });
  if (!alert.active) return t("w_expired", { at: moment(alert.expires_at) });
  return t("w_until", { at: moment(alert.expires_at) });
}

function Line({ alert }: { alert: StaffAlert }) {
  return (
    <li>
      <a class="card link" href={`#/cb/canh-bao/${alert.id}`}>
        <b>{alert.headline}</b>
        <span class="tags">
          <span class={`pill ${alert.active && alert.risk_level >= 3 ? "bad" : "wait"}`}>{t("w_level", { n: alert.risk_level })}</span>
          {alert.status !== "actual" && <span class="pill">{t(`st_${alert.status}`)}</span>}
        </span>
        <small>
          {alert.hazard_name} · {t("w_communes", { n: alert.communes.length })} · {stands(alert)}
        </small>
      </a>
    </li>
  );
}

function Drafts() {
  const read = useRead("me:alert-drafts", askDrafts);
  const drafts = read.data ?? [];
  if (!drafts.length) return null;
  return (
    <section class="stack-small">
      <h2>{t("drafts")}</h2>
      <ul class="cards">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <a class="card link" href={`#/cb/canh-bao/thao/${draft.id}`}>
              <b>{draft.content.headline || t("no_headline")}</b>
              <span class="tags">
                <span class={draft.may_decide ? "pill bad" : "pill wait"}>{t(draft.may_decide ? "draft_for_you" : `draft_${draft.state}`)}</span>
                {draft.content.risk_level && <span class="pill">{t("w_level", { n: draft.content.risk_level })}</span>}
                {draft.origin !== "officer" && <span class="pill">{t(`from_${draft.origin}`)}</span>}
              </span>
              <small>{moment(draft.changed_at)}</small>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function List() {
  const read = useRead("me:staff-alerts", () => askAlerts(null));
  return (
    <div class="stack">
      <Head title={t("warnings")} />
      <a class="btn" href="#/cb/canh-bao/moi">
        <Icon name="warn" />
        {t("new_warning")}
      </a>
      <Drafts />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("w_none"), body: <p>{t("w_none_hint")}</p> }}>
        {(page) => {
          const active = page.items.filter((alert) => alert.active);
          const past = page.items.filter((alert) => !alert.active);
          return (
            <>
              {active.length > 0 && (
                <section class="stack-small">
                  <h2>{t("w_active")}</h2>
                  <ul class="cards">
                    {active.map((alert) => (
                      <Line key={alert.id} alert={alert} />
                    ))}
                  </ul>
                </section>
              )}
              {past.length > 0 && (
                <section class="stack-small">
                  <h2>{t("w_past")}</h2>
                  <ul class="cards">
                    {past.map((alert) => (
                      <Line key={alert.id} alert={alert} />
                    ))}
                  </ul>
                </section>
              )}
            </>
          );
        }}
      </Shown>
      <div class="actions">
        <a class="btn ghost small" href="#/cb/canh-bao/nguon">
          {t("feeds")}
        </a>
      </div>
    </div>
  );
}

function One({ id }: { id: string }) {
  const read = useRead(`me:staff-alert:${id}`, () => askAlert(id));
  const ended = useSignal<StaffAlert | null>(null);
  return (
    <Shown read={read} head={{ title: t("warning"), up: "/cb/canh-bao", of: (first) => first.headline }}>
      {(first) => {
        const alert = ended.value ?? first;
        return (
          <div class="stack">
            <p class="tags">
              <span class={`pill ${alert.active && alert.risk_level >= 3 ? "bad" : "wait"}`}>{t("w_level", { n: alert.risk_level })}</span>
              <span class="pill">{t(`st_${alert.status}`)}</span>
              {alert.approved && <span class="pill ok">{t("approved_by_two")}</span>}
              <span class="muted">{stands(alert)}</span>
            </p>
            {alert.cancelled_at && <p class="box">{alert.cancel_reason}</p>}
            <section class="card stack-small">
              <p>{alert.description}</p>
              {alert.instruction && (
                <>
                  <h2>{t("q_instruction")}</h2>
                  <p class="as-typed">{alert.instruction}</p>
                </>
              )}
              <p class="muted">{t("w_from_to", { from: moment(alert.effective_at), to: moment(alert.expires_at) })}</p>
              <p>
                <b>{t("w_communes", { n: alert.communes.length })}:</b> {alert.communes.map((commune) => commune.name).join(", ")}
              </p>
            </section>
            <p class="actions">
              <a class="btn ghost" href={`#/canh-bao/${alert.id}`}>
                {t("see_public")}
              </a>
              <a class="btn ghost" href={fileUrl(`/v1/alerts/${alert.id}/cap.xml`)}>
                {t("cap")}
              </a>
            </p>
            {alert.active && (
              <a class="btn" href={`#/cb/canh-bao/moi?thay=${alert.id}`}>
                {t("new_version")}
              </a>
            )}
            {alert.active && <Ending alert={alert} onEnded={(next) => (ended.value = next)} />}
          </div>
        );
      }}
    </Shown>
  );
}

function Ending({ alert, onEnded }: { alert: StaffAlert; onEnded: (next: StaffAlert) => void }) {
  const asked = useSignal(false);
  const reason = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const send = async () => {
    const said = reason.value.normalize("NFC").trim();
    wrong.value = said ? [] : [{ id: "reason", message: t("need_reason") }];
    if (!said || busy.value) return;
    busy.value = true;
    try {
      onEnded(await cancel(alert.id, said));
      say(t("cancelled"));
    } catch (error) {
      trouble.value = whyNot(error, t("failed_net"));
    } finally {
      busy.value = false;
    }
  };
  if (!asked.value)
    return (
      <button type="button" class="btn danger" onClick={() => (asked.value = true)}>
        {t("cancel")}
      </button>
    );
  return (
    <form
      class="card stack"
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
      <Field id="reason" label={t("cancel_reason")} hint={t("cancel_hint")} value={reason.value} error={wrongOf(wrong.value, "reason")} onInput={(value) => (reason.value = value)} lines={3} />
      <div class="actions">
        <button type="submit" class="btn danger" disabled={busy.value}>
          {t("cancel_sure")}
        </button>
        <button type="button" class="btn ghost" onClick={() => (asked.value = false)}>
          {t("keep")}
        </button>
      </div>
    </form>
  );
}
