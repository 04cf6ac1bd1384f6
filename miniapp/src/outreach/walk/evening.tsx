/** Who goes where tonight: doors are taken so that nobody knocks twice, then walked in a good order, or printed. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import { go, type Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { clock, distance, number } from "../../ui/words";
import { Walking } from "../frame";
import { Act } from "./act";
import { askDoors, askHeld, askWalk, type NextDoor, printSheet, releaseDoors, takeDoors } from "./wire";
import { t } from "./words";

const AT_ONCE = 8;
const SHOWN = 12;

const Evening: Screen = () => <Walking>{() => <Both />}</Walking>;

function Both() {
  const who = me.value?.id ?? "";
  const walk = useRead(`me:walk:${who}`, askWalk);
  const free = useRead(`me:doors:${who}`, askDoors);
  const held = useRead(`me:held:${who}`, askHeld);
  const again = async () => {
    await Promise.all([walk.again(), free.again(), held.again()]);
  };
  return (
    <div class="stack">
      <Head title={t("evening")} up="/tn" />
      <Shown read={walk}>{(data) => <Mine doors={data.items} metres={data.metres} again={again} />}</Shown>
      <Shown read={free}>{(data) => <Free doors={data.items.filter((door) => !door.lease)} again={again} />}</Shown>
      <Others doors={held.data?.items.filter((door) => !door.mine) ?? []} />
      <p>
        <a href="#/tn/giay">{t("paper_in")}</a>
      </p>
    </div>
  );
}

function Mine({ doors, metres, again }: { doors: NextDoor[]; metres: number; again: () => Promise<void> }) {
  if (!doors.length) return <p class="box">{t("none_taken")}</p>;
  const until = doors.reduce((last, door) => (door.lease && door.lease.until > last ? door.lease.until : last), "");
  return (
    <section class="stack-small" aria-labelledby="mine">
      <h2 id="mine">{t("mine", { n: number(doors.length) })}</h2>
      <p class="muted">{metres > 0 ? t("order_metres", { far: distance(metres), until: clock(until) }) : t("order_plain", { until: clock(until) })}</p>
      <ol class="cards">
        {doors.map((door, place) => (
          <li key={door.household_id} class="card stack-small">
            <div class="line">
              <a href={`#/tn/ho/${door.household_id}`}>
                <b>
                  {place + 1}. {door.reference}
                </b>
              </a>
              <span class="pill ok">{t("held_by_me")}</span>
            </div>
            <small>{door.hamlet}</small>
            {door.reason && <p>{door.reason}</p>}
            <Act
              kind="btn small ghost"
              label={`${t("release")}: ${door.reference}`}
              act={async () => {
                await releaseDoors([door.household_id]);
                await again();
              }}
            >
              {t("release")}
            </Act>
          </li>
        ))}
      </ol>
      <Act
        kind="btn ghost wide"
        act={async () => {
          const sheet = await printSheet(doors.map((door) => door.household_id));
          go(`/tn/giay/${sheet.no}`);
        }}
      >
        {t("print")}
      </Act>
    </section>
  );
}

function Others({ doors }: { doors: { household_id: string; reference: string; by_name: string; until: string }[] }) {
  if (!doors.length) return null;
  return (
    <section class="stack-small">
      <h2>{t("others", { n: number(doors.length) })}</h2>
      <ul class="cards">
        {doors.map((door) => (
          <li key={door.household_id} class="card">
            <b>{door.reference}</b>
            <small>{t("other", { who: door.by_name, until: clock(door.until) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Free({ doors, again }: { doors: NextDoor[]; again: () => Promise<void> }) {
  const chosen = useSignal<ReadonlySet<string>>(new Set());
  const open = useSignal("");
  const shown = useSignal(SHOWN);
  const toggle = (id: string) => {
    const next = new Set(chosen.value);
    if (!next.delete(id)) next.add(id);
    chosen.value = next;
  };
  const take = async (ids: string[]) => {
    const { mine, others } = await takeDoors(ids);
    say(others.length ? t("taken_some", { n: mine.length, lost: others.length }) : t("taken", { n: mine.length }));
    chosen.value = new Set();
    await again();
  };
  if (!doors.length) return <p class="muted">{t("none_free")}</p>;
  return (
    <section class="stack-small" aria-labelledby="free">
      <h2 id="free">{t("free", { n: number(doors.length) })}</h2>
      <p class="muted">{t("free_hint")}</p>
      <ul class="cards">
        {doors.slice(0, shown.value).map((door) => (
          <li key={door.household_id} class="card stack-small">
            <label class="tick">
              <input type="checkbox" checked={chosen.value.has(door.household_id)} onChange={() => toggle(door.household_id)} />
              <span>
                <b>{door.reference}</b>
                <small>{door.hamlet}</small>
                <small>{door.reason}</small>
              </span>
            </label>
            <button type="button" class="as-link" aria-expanded={open.value === door.household_id} onClick={() => (open.value = open.value === door.household_id ? "" : door.household_id)}>
              {t("score", { n: number(door.score) })}
            </button>
            {open.value === door.household_id && (
              <ul class="points">
                {door.points.map((point) => (
                  <li key={point.code}>{t("point", { n: number(point.points), why: point.sentence })}</li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {doors.length > shown.value && (
        <button type="button" class="btn ghost wide" onClick={() => (shown.value += SHOWN)}>
          {t("more_doors", { n: number(doors.length - shown.value) })}
        </button>
      )}
      {chosen.value.size > 0 ? (
        <Act kind="btn wide" act={() => take([...chosen.value])}>
          {t("take", { n: chosen.value.size })}
        </Act>
      ) : (
        <Act kind="btn wide" act={() => take(doors.slice(0, AT_ONCE).map((door) => door.household_id))}>
          {t("take_first", { n: Math.min(AT_ONCE, doors.length) })}
        </Act>
      )}
    </section>
  );
}

export default Evening;
