/** Entries that may be one household, with how likely and why; and what was merged, each with its way back. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Field } from "../../ui/form";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { moment } from "../../ui/words";
import { Empty, Head } from "../../ui/page";
import { Walking } from "../frame";
import { team } from "../state";
import { Act, Missing } from "../walk/act";
import { leads } from "./leads";
import { Undo } from "./undo";
import { askDuplicates, askMerges, type Duplicate, type MergeLine, settle } from "./wire";
import { t } from "./merging";

const Duplicates: Screen = () => (
  <Walking>
    {() => (
      <div class="stack">
        <Head title={t("duplicates")} up="/tn/to/ban" />
        {leads() && team.value ? <Pairs key={team.value.id} team={team.value.id} /> : <Empty title={t("merge_leader")} />}
      </div>
    )}
  </Walking>
);

function Pairs({ team }: { team: string }) {
  const pairs = useRead(`me:duplicates:${team}`, () => askDuplicates(team));
  const merges = useRead(`me:merges:${team}`, () => askMerges(team));
  return (
    <>
      <p class="muted">{t("duplicates_hint")}</p>
      <Shown read={pairs} empty={{ when: (data) => data.items.length === 0, title: t("duplicates_none") }}>
        {(data) => (
          <ul class="cards">
            {data.items.map((one) => (
              <PairCard key={one.winner.id + one.loser.id} one={one} team={team} again={pairs.again} />
            ))}
          </ul>
        )}
      </Shown>
      <h2>{t("merges")}</h2>
      <Shown read={merges} empty={{ when: (data) => data.items.length === 0, title: t("merges_none") }}>
        {(data) => (
          <ul class="cards">
            {data.items.map((one) => (
              <MergeCard key={one.merge_id} one={one} />
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

function PairCard({ one, team, again }: { one: Duplicate; team: string; again: () => Promise<void> }) {
  const asked = useSignal(false);
  const why = useSignal("");
  const two = async () => {
    const reason = why.value.normalize("NFC").trim();
    if (reason.length < 3) throw new Missing(t("need_reason"));
    await settle({ team_id: team, first_id: one.winner.id, second_id: one.loser.id, reason });
    say(t("settled"));
    await again();
  };
  return (
    <li class="card stack-small">
      <div class="line">
        <b>{t("pair", { one: one.winner.reference, two: one.loser.reference })}</b>
        <span class="pill wait">{t("score", { n: one.score })}</span>
      </div>
      <ul>
        {one.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <div class="actions">
        <a class="btn small" href={`#/tn/ho/${one.winner.id}/so/gop?voi=${one.loser.id}`}>
          {t("look_merge")}
        </a>
        <button type="button" class="btn small ghost" aria-expanded={asked.value} onClick={() => (asked.value = !asked.value)}>
          {t("are_two")}
        </button>
      </div>
      {asked.value && (
        <>
          <Field id={`two-${one.loser.id}`} label={t("reason")} value={why.value} onInput={(value) => (why.value = value)} input={{ maxLength: 200 }} />
          <Act kind="btn small" act={two}>
            {t("save")}
          </Act>
        </>
      )}
    </li>
  );
}

function MergeCard({ one }: { one: MergeLine }) {
  const asked = useSignal(false);
  return (
    <li class="card stack-small">
      <b>{t("merged_into", { loser: one.loser, winner: one.winner })}</b>
      <small>{moment(one.merged_at)}</small>
      {one.undone_at ? (
        <span class="pill">{t("undone_at", { at: moment(one.undone_at) })}</span>
      ) : asked.value ? (
        <Undo merge_id={one.merge_id} home={one.winner_id} name={one.winner} />
      ) : (
        <button type="button" class="btn small ghost" onClick={() => (asked.value = true)}>
          {t("undo")}
        </button>
      )}
    </li>
  );
}

export default Duplicates;
