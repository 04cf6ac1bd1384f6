/** Families that ask the team to come: the team says which house it is, and the house moves up tonight's list. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Field } from "../../ui/form";
import { Head } from "../../ui/page";
import { Shown } from "../../ui/shown";
import { day, fold } from "../../ui/words";
import { Walking } from "../frame";
import { homes } from "../state";
import { Act } from "./act";
import { askRequests, placeRequest, type VisitRequest } from "./wire";
import { t } from "./words";

const MOST = 5;

const Requests: Screen = () => <Walking>{() => <List />}</Walking>;

function List() {
  const read = useRead(`me:requests:${me.value?.id ?? ""}`, askRequests);
  return (
    <div class="stack">
      <Head title={t("requests")} up="/tn" />
      <Shown read={read} empty={{ when: (data) => data.items.length === 0, title: t("requests_none") }}>
        {(data) => (
          <>
            <p class="muted">{t("requests_hint")}</p>
            <ul class="cards">
              {data.items.map((one) => (
                <Line key={one.id} one={one} again={read.again} />
              ))}
            </ul>
          </>
        )}
      </Shown>
    </div>
  );
}

function Line({ one, again }: { one: VisitRequest; again: () => Promise<void> }) {
  const sought = useSignal("");
  const words = fold(sought.value);
  const found = words ? homes.value.filter((home) => fold(`${home.reference} ${home.hamlet}`).includes(words)).slice(0, MOST) : [];
  const place = (home: string | null) => async () => {
    await placeRequest(one.id, home);
    await again();
  };
  return (
    <li class="card stack-small">
      <b>{one.words}</b>
      <small>{t("request_at", { hamlet: one.hamlet, on: day(one.asked_at) })}</small>
      {one.phone && <a href={`tel:${one.phone}`}>{t("request_call", { phone: one.phone })}</a>}
      {one.household_id ? (
        <a class="btn ghost wide" href={`#/tn/ho/${one.household_id}`}>
          {t("request_placed", { house: one.household ?? "" })}
        </a>
      ) : (
        <>
          <Field id={`find-${one.id}`} label={t("request_find")} value={sought.value} onInput={(value) => (sought.value = value)} />
          {found.map((home) => (
            <Act key={home.id} kind="btn small ghost" act={place(home.id)}>
              {home.reference}, {home.hamlet}
            </Act>
          ))}
          <Act kind="btn small danger" act={place(null)}>
            {t("request_none")}
          </Act>
        </>
      )}
    </li>
  );
}

export default Requests;
