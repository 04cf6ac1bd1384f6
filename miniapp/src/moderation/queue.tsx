/** What waits for a look before everybody may see it. */
import { useSignal } from "@preact/signals";
import { isStaff, NotStaff } from "../agency/inbox";
import { useRead } from "../api/read";
import { me } from "../api/session";
import type { Screen } from "../main/router";
import { Chips } from "../ui/form";
import { useMore } from "../ui/more";
import { Head } from "../ui/page";
import { Shown } from "../ui/shown";
import { Whole } from "../ui/whole";
import { moment, words } from "../ui/words";
import vi from "./vi.json";
import { askQueue, type ToLook } from "./wire";
import "./moderation.css";

const t = words(vi);

export const Queue: Screen = () => (isStaff() ? <List /> : <NotStaff />);

function List() {
  const filter = useSignal<"waiting" | "done">("waiting");
  const waiting = filter.value === "waiting";
  const read = useRead(`me:moderation:${me.value?.id}:${filter.value}`, () => askQueue(waiting, null));
  const more = useMore<ToLook>(read.data, (cursor) => askQueue(waiting, cursor), { of: filter.value });
  return (
    <div class="stack">
      <Head title={t("queue")} up="/xl" />
      <p class="muted">{t("queue_hint")}</p>
      <Chips
        name="filter"
        legend={t("filter")}
        choices={(["waiting", "done"] as const).map((value) => ({ value, label: t(`f_${value}`) }))}
        value={filter.value}
        onChoose={(value) => (filter.value = value)}
      />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: waiting ? t("none") : t("none_done"), body: <p>{t("none_hint")}</p> }}>
        {() => (
          <>
            <ul class="cards">
              {more.items.map((line) => (
                <Card key={line.id} line={line} />
              ))}
            </ul>
            {more.button}
          </>
        )}
      </Shown>
    </div>
  );
}

function Card({ line }: { line: ToLook }) {
  return (
    <li>
      <a class="card link stack-small" href={`#/duyet/${line.id}`}>
        <b>{line.category_name}</b>
        <span class="mod-tags">
          {line.photos_waiting > 0 ? <span class="pill wait">{t("photos_waiting", { n: line.photos_waiting })}</span> : !line.looked_at && <span class="pill wait">{t("text_waiting")}</span>}
          <span class="pill">{t(line.published ? "public" : "not_public")}</span>
        </span>
        <small>
          {line.commune_name} · <Whole text={line.code} /> · {moment(line.received_at)}
        </small>
      </a>
    </li>
  );
}
