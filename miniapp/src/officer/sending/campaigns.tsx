/** The invitations of this officer's provinces: how many have each, and stopping one. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { useMore } from "../../ui/more";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { moment, number } from "../../ui/words";
import { Only } from "../frame";
import { askCampaigns, type Campaign, stop } from "./wire";
import { t, why } from "./words";
import "./sending.css";

export const Campaigns: Screen = () => <Only roles={["officer"]}>{() => <List />}</Only>;

function List() {
  const read = useRead("me:campaigns", () => askCampaigns(null), { kept: false });
  const more = useMore<Campaign>(read.data, askCampaigns);
  return (
    <div class="stack">
      <Head title={t("campaigns")} up="/cb/tin" />
      <a class="btn" href="#/cb/moi/moi">
        <Icon name="plus" />
        {t("new_campaign")}
      </a>
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t("c_none"), body: <p>{t("c_none_hint")}</p> }}>
        {() => (
          <>
            <ul class="cards">
              {more.items.map((campaign) => (
                <Line key={campaign.id} campaign={campaign} />
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </div>
  );
}

function stands(campaign: Campaign): string {
  if (campaign.stopped_at) return t("c_stopped", { at: moment(campaign.stopped_at) });
  return t(campaign.finished_at ? "c_finished" : "c_running");
}

function Line({ campaign: first }: { campaign: Campaign }) {
  const changed = useSignal<Campaign | null>(null);
  const asked = useSignal(false);
  const trouble = useSignal("");
  const campaign = changed.value ?? first;
  const end = async () => {
    try {
      changed.value = await stop(campaign.id);
      asked.value = false;
      say(t("c_stopped_now"));
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <li class="card stack-small">
      <h2>{campaign.name}</h2>
      <p class="tags">
        <span class={`pill ${campaign.stopped_at ? "bad" : campaign.finished_at ? "ok" : "wait"}`}>{stands(campaign)}</span>
        <span class="pill">{t("c_told", { n: number(campaign.told) })}</span>
      </p>
      <p class="campaign-text">{campaign.invitation}</p>
      <small>
        {moment(campaign.created_at)} · {campaign.communes.length > 3 ? t("c_communes", { n: campaign.communes.length }) : campaign.communes.join(", ")}
      </small>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      {!campaign.stopped_at && asked.value && <p>{t("c_stop_sure")}</p>}
      {!campaign.stopped_at && (
        <div class="actions">
          {asked.value ? (
            <>
              <button type="button" class="btn small danger" onClick={() => void end()}>
                {t("c_stop")}
              </button>
              <button type="button" class="btn small ghost" onClick={() => (asked.value = false)}>
                {t("keep")}
              </button>
            </>
          ) : (
            <button type="button" class="btn small ghost" aria-label={`${t("c_stop")}: ${campaign.name}`} onClick={() => (asked.value = true)}>
              {t("c_stop")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}
