/** The audits of a province: the digest of a seed first, then the draw, the seed last; nobody chooses, nobody is left out. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import { go, type Screen } from "../../main/router";
import { Only } from "../../officer/gate/gate";
import { provincesOf } from "../../officer/provinces";
import { Chips, Field } from "../../ui/form";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { day, number } from "../../ui/words";
import { Act } from "../walk/act";
import { stageOf } from "./stage";
import { askRounds, openRound } from "./wire";
import { t } from "./words";

const Audits: Screen = () => <Only roles={["officer", "admin"]}>{() => <List />}</Only>;

function List() {
  const read = useRead(`me:audit-rounds:${me.value?.id ?? ""}`, askRounds);
  return (
    <div class="stack">
      <Head title={t("audits")} up="/cb" />
      <p>{t("audits_hint")}</p>
      <p>
        <a href="#/cb/thang">{t("months")}</a>
      </p>
      <Shown read={read}>
        {(data) => (
          <>
            {!data.items.some((round) => !round.closed_at) && <Open />}
            <ul class="cards">
              {data.items.map((round) => (
                <li key={round.id}>
                  <a class="card link" href={`#/cb/kiem-tra/${round.id}`}>
                    <div class="line">
                      <b>{t("round_of", { on: day(round.committed_at) })}</b>
                      <span class={`pill ${round.closed_at ? "ok" : "wait"}`}>{t(`stage_${stageOf(round)}`)}</span>
                    </div>
                    <small>{round.frozen_at ? t("progress", { n: number(round.settled), all: number(round.drawn) }) : t("size", { n: number(round.size) })}</small>
                  </a>
                </li>
              ))}
            </ul>
            {data.items.length === 0 && <p class="muted">{t("audits_none")}</p>}
          </>
        )}
      </Shown>
    </div>
  );
}

function Open() {
  const mine = provincesOf();
  const province = useSignal(mine[0] ?? "");
  const size = useSignal("30");
  const open = async () => {
    const round = await openRound(province.value, Math.max(1, Math.round(Number(size.value)) || 1));
    go(`/cb/kiem-tra/${round.id}`);
  };
  return (
    <section class="card stack">
      <h2>{t("open")}</h2>
      <p>{t("open_hint")}</p>
      {mine.length > 1 && <Chips name="province" legend={t("province")} choices={mine.map((value) => ({ value, label: value }))} value={province.value} onChoose={(value) => (province.value = value)} />}
      <Field id="size" label={t("q_size")} value={size.value} onInput={(value) => (size.value = value)} input={{ type: "number", inputMode: "numeric", min: 1, max: 2000 }} />
      <Act kind="btn wide" act={open}>
        {t("open_act")}
      </Act>
    </section>
  );
}

export default Audits;
