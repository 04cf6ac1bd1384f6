/** When this phone cannot send: its queue sealed, as a file or a code, for another phone to carry. And the other way round. */
import { useSignal } from "@preact/signals";
import type { Screen } from "../../main/router";
import { platform } from "../../platform";
import { Icon } from "../../ui/icon";
import { Later } from "../../ui/later";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { moment } from "../../ui/words";
import { Walking } from "../frame";
import { events, tally } from "../queue";
import { database, syncNow } from "../state";
import { type Carried, NoKey } from "./shapes";
import { t } from "./words";
import "./rescue.css";

/** What a phone's camera still reads off a phone's screen. */
const MOST_IN_CODE = 1_500;

export const Carry: Screen = () => <Walking>{() => <Both />}</Walking>;

function Both() {
  return (
    <div class="stack carry">
      <Head title={t("carry")} up="/tn/cho" />
      <p class="muted">{t("carry_hint")}</p>
      <Give />
      <Take />
    </div>
  );
}

async function handFile(text: string): Promise<void> {
  const file = new File([text], "ngo-so.txt", { type: "text/plain" });
  if (navigator.canShare?.({ files: [file] })) {
    await navigator.share({ files: [file] }).catch(() => undefined);
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

function Give() {
  const boxes = useSignal<string[] | null>(null);
  const failed = useSignal<"" | "no_key" | "not_sealed">("");
  const { waiting, held } = tally(events.value);
  const n = waiting + held;
  const make = async () => {
    const db = database();
    if (!db) return;
    failed.value = "";
    try {
      const { boxesOf } = await import("./carrying");
      boxes.value = await boxesOf(db);
    } catch (error) {
      failed.value = error instanceof NoKey ? "no_key" : "not_sealed";
    }
  };
  const [first, ...rest] = boxes.value ?? [];
  return (
    <section class="card stack-small">
      <h2>{t("give")}</h2>
      <p>{n ? t("give_n", { n }) : t("give_none")}</p>
      {failed.value && (
        <p class="box bad" role="alert">
          {t(failed.value)}
        </p>
      )}
      {n > 0 && !first && (
        <button type="button" class="btn" onClick={() => void make()}>
          {t("give_make")}
        </button>
      )}
      {first && (
        <>
          <button type="button" class="btn" onClick={() => void handFile([first, ...rest].join("\n"))}>
            {t("give_file")}
          </button>
          {rest.length === 0 && first.length <= MOST_IN_CODE ? <Later<{ text: string; label: string }> load={() => import("../../identity/qr").then(({ Qr }) => ({ default: Qr }))} text={first} label={t("give_code")} /> : <p class="muted">{t("give_too_long")}</p>}
          <p class="muted">{t("give_after")}</p>
        </>
      )}
    </section>
  );
}

function Take() {
  const carried = useSignal<Carried[]>([]);
  const reread = async () => {
    carried.value = (await database()?.getAll("carried")) ?? [];
  };
  const take = async (text: string) => {
    const db = database();
    if (!db) return;
    const fresh = await import("./carrying").then(({ takeAlong }) => takeAlong(db, text)).catch(() => 0);
    say(t(fresh ? "take_taken" : "take_nothing"));
    await reread();
    await syncNow();
    await reread();
  };
  if (!carried.value.length) void reread().catch(() => undefined);
  const { scan } = platform;
  return (
    <section class="card stack-small">
      <h2>{t("take")}</h2>
      <p>{t("take_hint")}</p>
      <label class="btn ghost file">
        <input
          type="file"
          accept=".txt,text/plain"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file) void file.text().then(take);
          }}
        />
        <Icon name="list" />
        {t("take_file")}
      </label>
      {scan && (
        <button type="button" class="btn ghost" onClick={() => void scan().then(take, () => undefined)}>
          {t("take_scan")}
        </button>
      )}
      <ul class="cards">
        {carried.value.map(({ id, taken_at, state, reason }) => (
          <li key={id} class="line">
            <small>{moment(taken_at)}</small>
            <span class={`pill ${state === "sent" ? "ok" : state === "queued" ? "wait" : "bad"}`}>{t(`take_${state}`)}</span>
            {reason && <small>{reason}</small>}
          </li>
        ))}
      </ul>
    </section>
  );
}
