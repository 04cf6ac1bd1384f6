/** Who answers for which subject: look where a report would go, propose a route, review another's. */
import { useSignal } from "@preact/signals";
import { api, got } from "../../api/client";
import { asFailure } from "../../api/failure";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Category, Route, RouteList, RoutePreview } from "../../api/types";
import type { Screen } from "../../main/router";
import { PROVINCE } from "../../places/topology";
import { Shown } from "../../ui/shown";
import { day, isoDay, words } from "../../ui/words";
import { Only } from "../frame";
import { provincesOf } from "../provinces";
import { askCommunes } from "../wire";
import vi from "./vi.json";

const t = words(vi);

interface Lists {
  categories: Category[];
  communes: { code: string; name: string }[];
  agencies: { id: string; name: string }[];
}

async function askLists(province: string): Promise<Lists> {
  const [categories, communes, agencies] = await Promise.all([
    got(api.GET("/v1/report-categories")), askCommunes(province), got(api.GET("/v1/agencies")),
  ]);
  return { categories: categories.items, communes, agencies: agencies.items };
}

function Pick({ id, label, any, value, choices, onPick }: {
  id: string; label: string; any?: string; value: string; choices: { value: string; label: string }[]; onPick: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onPick(event.currentTarget.value)}>
        <option value="">{any ?? "…"}</option>
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
    </div>
  );
}

function Line({ route, onAnswer }: { route: Route; onAnswer: (answer: "accept" | "drop") => void }) {
  return (
    <li class="card stack-small">
      <p>
        <b>{route.category_name ?? t("any_category")}</b> · {route.commune_name ?? t("any_commune")}
      </p>
      <p>
        {route.agency_name} <span class="muted">· {t("from", { at: day(route.valid_from) })}{route.valid_to ? ` · ${t("to", { at: day(route.valid_to) })}` : ""}</span>
      </p>
      {!route.reviewed && (
        <>
          <p class="state wait">{t(route.mine ? "waits_mine" : "waits")}</p>
          <div class="actions">
            {!route.mine && (
              <button type="button" class="btn" onClick={() => onAnswer("accept")}>
                {t("accept")}
              </button>
            )}
            <button type="button" class="btn ghost" onClick={() => onAnswer("drop")}>
              {t("drop")}
            </button>
          </div>
        </>
      )}
    </li>
  );
}

function Desk({ province, lists, first }: { province: string; lists: Lists; first: RouteList }) {
  const list = useSignal(first);
  const category = useSignal("");
  const commune = useSignal("");
  const agency = useSignal("");
  const from = useSignal(isoDay());
  const seen = useSignal<RoutePreview | null>(null);
  const said = useSignal("");
  const wrong = useSignal("");
  const tried = async <T,>(work: Promise<T>, then: (found: T) => void) => {
    wrong.value = said.value = "";
    await work.then(then, (error: unknown) => (wrong.value = asFailure(error).message));
  };
  const look = () =>
    tried(
      got(api.GET("/v1/admin/category-routes/preview", { params: { query: { category: category.value, commune: commune.value } } })),
      (found) => (seen.value = found),
    );
  const taken = (next: RouteList, word: "proposed" | "answered") => {
    list.value = next;
    said.value = t(word);
    seen.value = null;
  };
  const propose = () =>
    tried(
      got(api.POST("/v1/admin/category-routes", {
        body: {
          province_code: province, agency_id: agency.value, valid_from: from.value, note: "",
          category_code: category.value || null, commune_code: commune.value || null,
        },
      })),
      (next) => taken(next, "proposed"),
    );
  const answer = (route: Route, word: "accept" | "drop") =>
    tried(
      got(api.POST("/v1/admin/category-routes/{route_id}/{answer}", { params: { path: { route_id: route.id, answer: word } } })),
      (next) => taken(next, "answered"),
    );
  return (
    <>
      <section class="card stack" aria-labelledby="preview-title">
        <h2 id="preview-title">{t("preview")}</h2>
        <Pick id="category" label={t("category")} any={t("any_category")} value={category.value} onPick={(code) => (category.value = code)}
          choices={lists.categories.map((one) => ({ value: one.code, label: one.name }))} />
        <Pick id="commune" label={t("commune")} any={t("any_commune")} value={commune.value} onPick={(code) => (commune.value = code)}
          choices={lists.communes.map((one) => ({ value: one.code, label: one.name }))} />
        <button type="button" class="btn ghost" disabled={!category.value || !commune.value} onClick={() => void look()}>
          {t("look")}
        </button>
        {seen.value && (
          <p class="box" role="status">
            {seen.value.agency_name ? t("goes_to", { agency: seen.value.agency_name }) : t("goes_nowhere")}
            {seen.value.proposed_agency_name && <> {t("would_go", { agency: seen.value.proposed_agency_name })}</>}
          </p>
        )}
        <Pick id="agency" label={t("agency")} value={agency.value} onPick={(id) => (agency.value = id)}
          choices={lists.agencies.map((one) => ({ value: one.id, label: one.name }))} />
        <div class="field">
          <label for="from">{t("valid_from")}</label>
          <input id="from" type="date" value={from.value} onInput={(event) => (from.value = event.currentTarget.value)} />
        </div>
        <button type="button" class="btn wide" disabled={!agency.value || !from.value} onClick={() => void propose()}>
          {t("propose")}
        </button>
        <p role="status">{said.value}</p>
        {wrong.value && (
          <p class="error" role="alert">
            {wrong.value}
          </p>
        )}
      </section>
      <section class="stack" aria-labelledby="list-title">
        <h2 id="list-title">{t("list", { n: list.value.items.length })}</h2>
        <ul class="cards">
          {list.value.items.map((route) => (
            <Line key={route.id} route={route} onAnswer={(word) => void answer(route, word)} />
          ))}
        </ul>
      </section>
    </>
  );
}

function Whole() {
  const province = provincesOf()[0] ?? PROVINCE;
  const routes = useRead(`me:routes:${me.value?.id}:${province}`, () => got(api.GET("/v1/admin/category-routes", { params: { query: { province } } })));
  const lists = useRead(`routing-lists:${province}`, () => askLists(province), { fresh: 600_000 });
  return (
    <Shown read={routes} head={{ title: t("title"), up: "/cb/phan-anh", of: () => t("title") }}>
      {(first) => (
        <Shown read={lists} rows={4}>
          {(all) => <Desk province={province} lists={all} first={first} />}
        </Shown>
      )}
    </Shown>
  );
}

export const Routing: Screen = () => (
  <Only roles={["officer", "admin"]}>
    {() => (
      <div class="stack">
        <Whole />
      </div>
    )}
  </Only>
);
