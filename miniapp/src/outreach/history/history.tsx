/** One visit from its first word on: as logged, and each time it was put right, by whom and why. */
import { got, api } from "../../api/client";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { AsOf } from "../../ui/shown";
import { moment } from "../../ui/words";
import { inside, Lost, resultWord, Walking } from "../frame";
import { events, type Recorded } from "../queue";
import type { VisitSaid } from "../shapes";
import { homeOf } from "../state";
import { taskWord } from "../visit/skills";
import { corrections } from "../visit/versions";
import { t } from "./words";

interface Version {
  at: string;
  by: string | null;
  reason: string | null;
  said: VisitSaid;
  unsent: boolean;
}

export const VisitHistory: Screen = ({ place }) => (
  <Walking>
    {() => {
      const home = homeOf(place.params["id"] ?? "");
      return home ? <History visit_id={place.params["visit"] ?? ""} title={t("versions")} house={home.id} reference={home.reference} /> : <Lost />;
    }}
  </Walking>
);

async function askVersions(visit_id: string): Promise<Version[]> {
  const { items } = await got(api.GET("/v1/outreach/visits/{visit_id}/history", { params: { path: { visit_id } } }));
  return items.map(({ said_at, by_name, reason = null, body }) => ({
    at: said_at, by: by_name, reason, unsent: false, said: ((body as { visit?: VisitSaid }).visit ?? body) as VisitSaid,
  }));
}

/** What this phone itself recorded of the visit. */
function here(visit_id: string): Version[] {
  const first = events.value.find((row) => row.type === "visit_logged" && row.subject === visit_id) as Recorded<"visit_logged"> | undefined;
  const all = [...(first ? [{ row: first, said: first.body as VisitSaid, reason: null }] : []), ...corrections(visit_id).map((row) => ({ row, said: row.body.visit, reason: row.body.reason }))];
  return all.map(({ row, said, reason }) => ({ at: row.device_time, by: me.value?.display_name ?? null, reason, said, unsent: row.state === "queued" }));
}

function History({ visit_id, title, house, reference }: { visit_id: string; title: string; house: string; reference: string }) {
  const read = useRead(`me:visit:${visit_id}`, () => askVersions(visit_id));
  const mine = here(visit_id);
  const versions = read.data ? [...read.data, ...mine.filter((one) => one.unsent)] : mine;
  const row = events.value.find((one) => one.type === "visit_logged" && one.subject === visit_id);
  return (
    <div class="stack">
      <Head title={title} up={`/tn/ho/${house}`} />
      <p class="muted">{reference}</p>
      {read.data ? <AsOf read={read} /> : <p class="box">{t("versions_offline")}</p>}
      <ol class="cards">
        {versions.map((version, place) => (
          <li key={`${version.at}${place}`} class="card stack-small">
            <b>{version.reason ? t("version_corrected", { reason: inside(version.reason) }) : t("version_first")}</b>
            <small>{t("version_by", { by: version.by ?? "", at: moment(version.at) })}</small>
            {version.unsent && <span class="pill wait">{t("version_unsent")}</span>}
            <What said={version.said} house={house} />
          </li>
        ))}
      </ol>
      {row && row.state !== "rejected" && (
        <a class="btn" href={`#/tn/ho/${house}/tham?sua=${row.event_id}`}>
          {t("correct_visit")}
        </a>
      )}
    </div>
  );
}

function What({ said: { result, consent, adults = [], revisit_at }, house }: { said: VisitSaid; house: string }) {
  const people = homeOf(house)?.adults ?? [];
  return (
    <>
      <p>
        {resultWord(result)}
        {adults.length > 0 && ` · ${t("version_people", { n: adults.filter((one) => one.met).length })}`}
      </p>
      {consent === false && <p>{t("version_consent_no")}</p>}
      {adults.map(({ adult_id, skills = [], next_step }) => (
        <div key={adult_id}>
          <b>{people.find((one) => one.id === adult_id)?.label}</b>
          <ul>
            {skills.map(({ code, level }) => (
              <li key={code}>{`${taskWord(code)}: ${t(`l_${level}`)}`}</li>
            ))}
            {next_step && <li>{t("version_next", { what: next_step })}</li>}
          </ul>
        </div>
      ))}
      {revisit_at && <p>{t("revisit_at", { at: moment(revisit_at) })}</p>}
    </>
  );
}
