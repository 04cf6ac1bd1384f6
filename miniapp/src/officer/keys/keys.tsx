/** Keys of outside systems: given once, seen once, rotated with an overlap, stopped at once. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import type { components } from "../../api/schema.gen";
import type { Screen } from "../../main/router";
import { Field, Summary, Tick, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { day, moment, words } from "../../ui/words";
import { Only } from "../gate/gate";
import vi from "./vi.json";

const t = words(vi);
type Shapes = components["schemas"];
type Key = Shapes["IntegrationKey"];
type NewKey = Shapes["NewIntegrationKey"];
type Scope = Shapes["KeyScope"];
const SCOPES: Scope[] = ["dossiers:write", "dossiers:read", "gauges:write", "sos:write", "reports:write"];
const MOST_SCOPES = 2;
/** How long the old key opens beside the new one: a week to move over. */
const OVERLAP_HOURS = 168;

export const Keys: Screen = () => <Only roles={["admin"]}>{() => <Desk />}</Only>;

const scopeWords = (scopes: Scope[]): string => scopes.map((one) => t(`s_${one.replace(":", "_")}` as "s_dossiers_write")).join(", ");

/** Key and secret stay on the screen until they are put away: no address ever gives them again. */
function JustMade({ made, onSeen }: { made: NewKey; onSeen: () => void }) {
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    box.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [made]);
  return (
    <section class="card stack-small" role="status" tabIndex={-1} ref={box}>
      <h2>{t("made", { name: made.name })}</h2>
      <p class="box wait">{t("once")}</p>
      <p>
        <b>X-Api-Key</b>
        <br />
        <code class="as-typed">{made.key}</code>
      </p>
      <p>
        <b>{t("secret")}</b>
        <br />
        <code class="as-typed">{made.secret}</code>
      </p>
      <button type="button" class="btn" onClick={onSeen}>
        {t("seen")}
      </button>
    </section>
  );
}

function Make({ onMade }: { onMade: (made: NewKey) => void }) {
  const system = useSignal("");
  const name = useSignal("");
  const scopes = useSignal<Scope[]>([]);
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const busy = useSignal(false);
  const send = async () => {
    if (busy.value) return;
    trouble.value = "";
    wrong.value = [
      ...(/^[a-z0-9][a-z0-9._-]{0,59}$/.test(system.value) ? [] : [{ id: "system", message: t("need_system") }]),
      ...(name.value.trim() ? [] : [{ id: "key-name", message: t("need_name") }]),
      ...(scopes.value.length >= 1 && scopes.value.length <= MOST_SCOPES ? [] : [{ id: "scopes", message: t("need_scopes") }]),
    ];
    if (wrong.value.length) return;
    busy.value = true;
    try {
      onMade(await got(api.POST("/v1/admin/integration-keys", { body: { system: system.value, name: name.value.normalize("NFC").trim(), scopes: scopes.value } })));
      system.value = name.value = "";
      scopes.value = [];
    } catch (error) {
      trouble.value = why(error);
    } finally {
      busy.value = false;
    }
  };
  return (
    <details class="card more">
      <summary>{t("add")}</summary>
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
        <Field id="system" label={t("system")} hint={t("system_hint")} value={system.value} error={wrongOf(wrong.value, "system")} onInput={(value) => (system.value = value.trim())} input={{ maxLength: 60, autocapitalize: "none" }} />
        <Field id="key-name" label={t("name")} hint={t("name_hint")} value={name.value} error={wrongOf(wrong.value, "key-name")} onInput={(value) => (name.value = value)} input={{ maxLength: 100 }} />
        <div id="scopes" tabIndex={-1} class="stack-small" role="group" aria-label={t("scopes")}>
          <b>{t("scopes")}</b>
          {wrongOf(wrong.value, "scopes") && <p class="error">{wrongOf(wrong.value, "scopes")}</p>}
          {SCOPES.map((scope) => (
            <Tick
              key={scope}
              label={scopeWords([scope])}
              checked={scopes.value.includes(scope)}
              onChange={(on) => (scopes.value = on ? [...scopes.value, scope] : scopes.value.filter((one) => one !== scope))}
            />
          ))}
        </div>
        <button type="submit" class="btn" aria-disabled={busy.value}>
          {t("make")}
        </button>
      </form>
    </details>
  );
}

function Line({ one, onMade, onStopped }: { one: Key; onMade: (made: NewKey) => void; onStopped: () => void }) {
  const sure = useSignal(false);
  const trouble = useSignal("");
  const path = { params: { path: { key_id: one.id } } };
  const tried = async (work: () => Promise<void>) => {
    trouble.value = "";
    await work().catch((error: unknown) => {
      trouble.value = why(error);
    });
  };
  const over = one.revoked_at !== null && Date.parse(one.revoked_at) <= Date.now();
  const rotate = () => tried(async () => onMade(await got(api.POST("/v1/admin/integration-keys/{key_id}/rotate", { ...path, body: { overlap_hours: OVERLAP_HOURS } }))));
  const stop = () =>
    tried(async () => {
      await got(api.DELETE("/v1/admin/integration-keys/{key_id}", path));
      say(t("stopped"));
      onStopped();
    });
  return (
    <li class="card stack-small">
      <p>
        <b>{one.name}</b> <small class="as-typed">{one.system}</small>
      </p>
      <small>{scopeWords(one.scopes)}</small>
      <small>
        {t("since", { at: day(one.created_at) })} · {one.last_used_at ? t("used", { at: moment(one.last_used_at) }) : t("never_used")}
      </small>
      {one.revoked_at && <p class="state wait">{t(over ? "is_over" : "ends", { at: moment(one.revoked_at) })}</p>}
      {trouble.value && (
        <p class="error" role="alert">
          {trouble.value}
        </p>
      )}
      {!over && (
        <div class="actions">
          {!one.revoked_at && (
            <button type="button" class="btn small ghost" aria-label={`${t("rotate")}: ${one.name}`} onClick={() => void rotate()}>
              {t("rotate")}
            </button>
          )}
          <button type="button" class="btn small danger" aria-label={`${t("stop")}: ${one.name}`} onClick={() => (sure.value ? void stop() : (sure.value = true))}>
            {t(sure.value ? "stop_sure" : "stop")}
          </button>
        </div>
      )}
    </li>
  );
}

function Desk() {
  const read = useRead("me:integration-keys", () => got(api.GET("/v1/admin/integration-keys")), { kept: false });
  const made = useSignal<NewKey | null>(null);
  const show = (found: NewKey) => {
    made.value = found;
    void read.again();
  };
  return (
    <div class="stack">
      <Head title={t("title")} up="/qt" />
      <p class="muted">{t("hint")}</p>
      {made.value && <JustMade made={made.value} onSeen={() => (made.value = null)} />}
      <Make onMade={show} />
      <Shown read={read} empty={{ when: (all) => all.items.length === 0, title: t("none") }}>
        {(all) => (
          <ul class="cards">
            {all.items.map((one) => (
              <Line key={one.id} one={one} onMade={show} onStopped={() => void read.again()} />
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
}
