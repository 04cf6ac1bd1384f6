/** What I am told outside the app, purpose by purpose; nothing is on before I switch it on. */
import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { api, done, got } from "../api/client";
import { whyNot } from "../api/failure";
import { snapshot } from "../api/memory";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { MessagePreferences } from "../api/types";
import type { Screen } from "../main/router";
import { Field, Tick } from "../ui/form";
import { Icon } from "../ui/icon";
import { Empty, Head } from "../ui/page";
import { Picks } from "../ui/picks";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { words } from "../ui/words";
import { cannotPush, subscribed, switchOff, switchOn } from "./push";
import "./inbox.css";
import vi from "./vi.json";

const t = words(vi);
const PREFERENCES = "me:preferences";
type Purpose = MessagePreferences["purposes"][number];
type Channel = MessagePreferences["channels"][number];

function shown(data: MessagePreferences) {
  const state = snapshot<MessagePreferences>(PREFERENCES);
  state.value = { ...state.value, data, at: Date.now(), failure: null };
}

const told = (error: unknown) => {
  say(whyNot(error, t("offline")));
};

function Email({ channel }: { channel: Channel }) {
  const address = useSignal("");
  const code = useSignal("");
  const asked = useSignal<string | null>(null);
  const wrong = useSignal<string | undefined>(undefined);
  const tried = async (act: () => Promise<void>) => {
    wrong.value = undefined;
    try {
      await act();
    } catch (error) {
      wrong.value = whyNot(error, t("offline"));
    }
  };
  const ask = () =>
    tried(async () => {
      const answer = await got(api.POST("/v1/me/email", { body: { email: address.value.trim() } }));
      asked.value = answer.email_masked;
      if (answer.demo_code) say(t("email_demo", { code: answer.demo_code }));
    });
  const confirm = () =>
    tried(async () => {
      shown(await got(api.POST("/v1/me/email/confirm", { body: { code: code.value.trim() } })));
      asked.value = null;
    });
  const forget = () =>
    tried(async () => {
      await done(api.DELETE("/v1/me/email"));
      shown(await got(api.GET("/v1/me/message-preferences")));
    });
  if (channel.ready)
    return (
      <p class="row-head">
        <span>{t("email_at", { address: channel.address ?? "" })}</span>
        <button type="button" class="as-link" onClick={() => void forget()}>
          {t("email_forget")}
        </button>
      </p>
    );
  return asked.value ? (
    <form class="stack" onSubmit={(event) => (event.preventDefault(), void confirm())}>
      <Field
        id="email-code"
        label={t("email_code", { address: asked.value })}
        value={code.value}
        error={wrong.value}
        onInput={(value) => (code.value = value)}
        input={{ inputMode: "numeric", autoComplete: "one-time-code", maxLength: 6 }}
      />
      <button type="submit" class="btn wide">
        {t("email_confirm")}
      </button>
    </form>
  ) : (
    <form class="stack" onSubmit={(event) => (event.preventDefault(), void ask())}>
      <Field
        id="email"
        label={t("email_label")}
        hint={t("email_hint")}
        value={address.value}
        error={wrong.value}
        onInput={(value) => (address.value = value)}
        input={{ type: "email", autoComplete: "email" }}
      />
      <button type="submit" class="btn ghost wide">
        {t("email_ask")}
      </button>
    </form>
  );
}

function Push({ push_key }: { push_key: string | null }) {
  const on = useSignal<boolean | null>(null);
  const busy = useSignal(false);
  useEffect(() => {
    void subscribed()
      .then((found) => (on.value = found !== null))
      .catch(() => (on.value = false));
  }, []);
  const missing = push_key ? cannotPush() : "push_none";
  const set = async (wanted: boolean) => {
    busy.value = true;
    try {
      if (wanted && push_key) on.value = await switchOn(push_key);
      else {
        await switchOff();
        on.value = false;
      }
      shown(await got(api.GET("/v1/me/message-preferences")));
    } catch (error) {
      told(error);
    }
    busy.value = false;
  };
  return (
    <Tick
      label={t("push_here")}
      checked={on.value ?? false}
      disabled={busy.value || on.value === null || (missing !== null && !on.value)}
      hint={t(missing ?? "push_hint")}
      onChange={(wanted) => void set(wanted)}
    />
  );
}

/** What can be had where: each way once, with its address or with what is still missing. */
function Ways({ channels, push_key }: { channels: Channel[]; push_key: string | null }) {
  return (
    <section class="card" aria-labelledby="where">
      <h2 id="where">{t("where")}</h2>
      <Push push_key={push_key} />
      {channels.filter((one) => one.channel === "email").map((one) => <Email key="email" channel={one} />)}
      <dl class="ways">
        {channels.filter((one) => one.channel === "zalo" || one.channel === "sms").map(({ channel, address, ready, why_not }) => (
          <div key={channel}>
            <dt>
              <Icon name={ready ? "check" : "minus"} />
              {t(`channel_${channel}`)}
            </dt>
            <dd>{ready ? (address ?? t("ready")) : why_not}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Only ways that work can be ticked; a yes that waits for its way is said in words, and can be taken back. */
function Switches({ purpose, channels, version }: { purpose: Purpose; channels: Channel[]; version: string }) {
  const busy = useSignal(false);
  const set = async (channel: Channel["channel"], granted: boolean) => {
    if (busy.value) return;
    busy.value = true;
    try {
      const choices = [{ purpose: purpose.purpose, channel, granted }];
      shown(await got(api.PUT("/v1/me/message-preferences", { body: { choices, text_version: version } })));
    } catch (error) {
      told(error);
    }
    busy.value = false;
  };
  const ready = channels.filter((one) => one.ready).map((one) => one.channel);
  const chosen = purpose.channels.filter((one) => ready.includes(one));
  const waiting = purpose.channels.filter((one) => !ready.includes(one));
  return (
    <li class="card">
      {ready.length ? (
        <Picks
          name={`about-${purpose.purpose}`}
          legend={purpose.title}
          hint={purpose.text}
          choices={ready.map((value) => ({ value, label: t(`channel_${value}`), ...(chosen.includes(value) ? { icon: "check" as const } : {}) }))}
          values={chosen}
          onChange={(next) => {
            const changed = ready.find((one) => next.includes(one) !== chosen.includes(one));
            if (changed) void set(changed, next.includes(changed));
          }}
        />
      ) : (
        <>
          <h3>{purpose.title}</h3>
          <p class="hint">{purpose.text}</p>
        </>
      )}
      {waiting.map((channel) => (
        <p class="row-head" key={channel}>
          <span>{t("waits", { way: t(`channel_${channel}`) })}</span>
          <button type="button" class="as-link" onClick={() => void set(channel, false)}>
            {t("take_back")}
          </button>
        </p>
      ))}
    </li>
  );
}

export const Preferences: Screen = () => {
  const signedIn = me.value !== null;
  const read = useRead(signedIn ? PREFERENCES : null, () => got(api.GET("/v1/me/message-preferences")), { kept: false });
  if (!signedIn)
    return (
      <div class="stack">
        <Head title={t("preferences")} up="/tb" />
        <Empty title={t("sign_in_first")}>
          <a class="btn wide" href="#/toi">
            {t("sign_in")}
          </a>
        </Empty>
      </div>
    );
  return (
    <div class="stack">
      <Head title={t("preferences")} up="/tb" />
      <Shown read={read}>
        {(all) => (
          <>
            <p>{all.danger}</p>
            <Ways channels={all.channels} push_key={all.push_key} />
            <section class="stack" aria-labelledby="about">
              <h2 id="about">{t("about_what")}</h2>
              {!all.channels.some((one) => one.ready) && <p class="box">{t("no_way_yet")}</p>}
              <ul class="cards">
                {all.purposes.map((purpose) => (
                  <Switches key={purpose.purpose} purpose={purpose} channels={all.channels} version={all.text_version} />
                ))}
              </ul>
            </section>
          </>
        )}
      </Shown>
    </div>
  );
};

export default Preferences;
