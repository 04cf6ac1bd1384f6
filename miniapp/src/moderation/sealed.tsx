/** Sealed boxes: who asked to open one and why, the second person's yes or no, and, for a quarter of an hour, what is in it. */
import { useSignal } from "@preact/signals";
import { whyNotInFull } from "../api/failure";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Only } from "../officer/frame";
import { uuid7 } from "../offline/uuid7";
import { useMore } from "../ui/more";
import { Head } from "../ui/page";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { Why } from "../ui/why";
import { day, moment, words } from "../ui/words";
import vi from "./vi.json";
import { agree, askBoxes, askToOpen, type Opening, readBox, refuse, type SealedCase, type Sender } from "./wire";
import "./moderation.css";

const t = words(vi);

export const Boxes: Screen = () => <Only roles={["officer"]}>{() => <List />}</Only>;

function List() {
  const read = useRead(`me:sealed:${me.value?.id}`, () => askBoxes(null));
  const more = useMore<SealedCase>(read.data, askBoxes);
  return (
    <div class="stack">
      <Head title={t("boxes")} up="/cb" />
      <p class="muted">{t("boxes_hint")}</p>
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("boxes_none") }}>
        {() => (
          <>
            <ul class="cards">
              {more.items.map((line) => (
                <Box key={line.id} line={line} />
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </div>
  );
}

function Box({ line }: { line: SealedCase }) {
  const newer = useSignal<SealedCase | null>(null);
  const asking = useSignal(false);
  const trouble = useSignal("");
  const inside = useSignal<Sender | null>(null);
  const shown = newer.value ?? line;
  const run = async (work: () => Promise<SealedCase>, said: string) => {
    trouble.value = "";
    try {
      newer.value = await work();
      say(said);
    } catch (error) {
      trouble.value = whyNotInFull(error, t("no_net"));
    }
  };
  const look = async (id: string) => {
    trouble.value = "";
    try {
      const read = await readBox(id);
      inside.value = read;
      // What was in the box leaves the screen when the window closes, whoever forgot it there.
      setTimeout(() => inside.value === read && (inside.value = null), Date.parse(read.shown_until) - Date.now());
    } catch (error) {
      trouble.value = whyNotInFull(error, t("no_net"));
    }
  };
  return (
    <li class="card stack-small">
      <b>{shown.category_name}</b>
      <small>
        {shown.commune_name} · {shown.code} · {day(shown.received_on)} · {shown.state_name}
      </small>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {!shown.boxed && <p class="muted">{t("emptied")}</p>}
      {(shown.openings ?? []).map((one) => (
        <Request key={one.id} one={one} run={run} look={look} />
      ))}
      {inside.value && <Inside sender={inside.value} />}
      {shown.boxed && !asking.value && (
        <button type="button" class="btn small ghost" onClick={() => (asking.value = true)}>
          {t("ask")}
        </button>
      )}
      {asking.value && (
        <Why
          id={`ask-${shown.id}`}
          label={t("why_ask")}
          need={t("need_ask")}
          act={t("ask")}
          send={async (reason) => {
            newer.value = await askToOpen(shown.id, uuid7(), reason);
            asking.value = false;
            say(t("done_ask"));
          }}
          onKeep={() => (asking.value = false)}
        />
      )}
    </li>
  );
}

interface RequestProps {
  one: Opening;
  run: (work: () => Promise<SealedCase>, said: string) => Promise<void>;
  look: (id: string) => Promise<void>;
}

function Request({ one, run, look }: RequestProps) {
  const live = Date.parse(one.ends_at) > Date.now() && !one.refused_at;
  const who = (name: string | null) => name || t("somebody");
  return (
    <section class="box stack-small request">
      <p>{one.reason}</p>
      <small>{t("asked", { who: who(one.asked_by), at: moment(one.asked_at) })}</small>
      {one.agreed_at && <small>{t("agreed", { who: who(one.agreed_by), at: moment(one.agreed_at) })}</small>}
      {one.refused_at && <small>{t("refused", { who: who(one.refused_by), at: moment(one.refused_at) })}</small>}
      {one.looks > 0 && <small>{t("reads", { n: one.looks })}</small>}
      {!live && !one.refused_at && <small>{t("over")}</small>}
      {live && !one.agreed_at && (
        <>
          <small>{t("waits_until", { at: moment(one.ends_at) })}</small>
          <div class="actions">
            {!one.mine && (
              <button type="button" class="btn small" onClick={() => void run(() => agree(one.id), t("done_agree"))}>
                {t("agree")}
              </button>
            )}
            <button type="button" class="btn small ghost" onClick={() => void run(() => refuse(one.id), t("done_refuse"))}>
              {t(one.mine ? "take_back" : "refuse")}
            </button>
          </div>
        </>
      )}
      {live && one.agreed_at && (
        <button type="button" class="btn small" onClick={() => void look(one.id)}>
          {t("read")}
        </button>
      )}
    </section>
  );
}

function Inside({ sender }: { sender: Sender }) {
  const rows: [keyof typeof vi, string | null][] = [
    ["i_name", sender.name],
    ["i_phone", sender.phone],
    ["i_contact", sender.contact_phone],
    ["i_words", sender.description],
    ["i_place", `${sender.lat.toFixed(5)}, ${sender.lon.toFixed(5)}`],
    ["i_happened", moment(sender.happened_at)],
    ["i_received", moment(sender.received_at)],
  ];
  return (
    <section class="box wait">
      <h2>{t("inside")}</h2>
      <p>{t("inside_until", { at: moment(sender.shown_until) })}</p>
      <dl class="inside">
        {rows.map(([key, value]) => (
          <div key={key}>
            <dt>{t(key)}</dt>
            <dd>{value || t("unknown")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
