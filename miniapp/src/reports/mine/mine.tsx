/** My reports: those of my account, and those sent from this phone without one. */
import { useEffect } from "preact/hooks";
import { api, got } from "../../api/client";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { ReportLine } from "../../api/types";
import type { Screen } from "../../main/router";
import { Icon } from "../../ui/icon";
import { Empty, Head } from "../../ui/page";
import { AsOf, Failed, Loading } from "../../ui/shown";
import { Whole } from "../../ui/whole";
import { day, moment, words } from "../../ui/words";
import { Standing } from "../standing";
import { stateTone } from "../states";
import { loadTracked, tracked } from "../tracked";
import vi from "./vi.json";

const t = words(vi);

function Line({ line }: { line: ReportLine }) {
  return (
    <a class="card link" href={`#/p/${line.id}`}>
      <b>{line.category_name}</b>
      <small>
        <Whole text={line.code} /> · {line.commune_name} · {day(line.received_at)}
      </small>
      <span class={`state ${stateTone(line.state)}`}>
        <Standing report={line} />
      </span>
      {line.due_at && stateTone(line.state) !== "ok" && <small>{t("due", { due: moment(line.due_at) })}</small>}
    </a>
  );
}

const Mine: Screen = () => {
  const read = useRead(me.value ? "me:reports" : null, () => got(api.GET("/v1/me/reports")));
  useEffect(() => void loadTracked(), []);
  const lines = read.data?.items ?? [];
  const others = tracked.value.filter((one) => !lines.some((line) => line.id === one.id));
  const waiting = Boolean(me.value) && !read.data && !read.failure;
  return (
    <div class="stack">
      <Head title={t("mine")} />
      <a class="btn wide" href="#/p/moi">
        <Icon name="camera" />
        {t("new")}
      </a>
      <AsOf read={read} />
      {waiting && <Loading />}
      {read.failure && !read.data && <Failed failure={read.failure} again={read.again} />}
      {!waiting && !read.failure && !lines.length && !others.length && (
        <Empty title={t("none")}>
          <p>{t("none_hint")}</p>
          <a href="#/gan">{t("see_near")}</a>
        </Empty>
      )}
      <ul class="cards">
        {lines.map((line) => (
          <li key={line.id}>
            <Line line={line} />
          </li>
        ))}
        {others.map((one) => (
          <li key={one.id}>
            <a class="card link" href={`#/p/${one.id}`}>
              <b>{one.title}</b>
              <small>
                <Whole text={one.code} /> · {day(one.sent_at)}
              </small>
              <small>{t("anonymous_kept")}</small>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};

export default Mine;
