/** C5: photo, subject, pin, commune, send. Kept on the phone first; the network only matters later. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { me } from "../api/session";
import type { Category, NewReport } from "../api/types";
import type { Screen } from "../main/router";
import { fragile, items, put } from "../offline/outbox";
import { uuid7 } from "../offline/uuid7";
import { platform } from "../platform";
import { Field, Summary, Tick, wrongOf, type Wrong } from "../ui/form";
import { Later } from "../ui/later";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import { branch, CategoryField, useCategories } from "./categories";
import { farthest, reportOf, wrongFrom, wrongIn, type Draft } from "./draft";
import { PhotoField } from "./photo-field";
import { Sent } from "./sent";
import "./reports.css";
import vi from "./vi.json";
import { WhereField } from "./where";

const t = words(vi);
const suggested = () => import("./suggested/suggested").then((all) => ({ default: all.Suggested }));
const already = () => import("./already/already").then((all) => ({ default: all.Already }));

const BLANK: Draft = { category: null, where: null, commune: null, confirmed: false, sure: false, on_behalf: false, note: "", phone: "", urgent: false, anonymous: false };

/** The commune's name is not in what is sent, but it ends the title the report waits under. */
function draftOf(report: NewReport, title: string): Draft {
  return {
    category: report.category_code,
    where: { lat: report.lat, lon: report.lon, accuracy_m: report.accuracy_m ?? null, pin: report.pin === "gps" || report.pin === "photo" ? report.pin : "hand" },
    commune: { code: report.commune_code, name: title.split(" · ").pop() || report.commune_code },
    confirmed: report.commune_confirmed,
    sure: true,
    on_behalf: report.on_behalf ?? false,
    note: report.description ?? "",
    phone: report.contact_phone ?? "",
    urgent: report.urgent,
    anonymous: report.anonymous,
    follows_id: report.follows_id ?? null,
  };
}

/** A report that takes up an older one, whose window for reopening is over, begins by naming it. */
function afterOf(query: URLSearchParams): Draft {
  const [follows_id, code] = [query.get("theo"), query.get("ma")];
  return follows_id && code ? { ...BLANK, follows_id, note: t("follows_note", { code }) } : BLANK;
}

const NewReportScreen: Screen = ({ place }) => {
  const editing = place.query.get("sua");
  const refused = editing ? items.peek().find((item) => item.id === editing) : undefined;
  const body = refused?.body as NewReport | undefined;
  const id = useRef(refused?.id ?? uuid7());
  const happened = useRef(body?.happened_at ?? new Date().toISOString());
  const draft = useSignal<Draft>(refused && body ? draftOf(body, refused.title) : afterOf(place.query));
  const photos = useSignal<Blob[]>(refused?.photos.map((photo) => photo.blob) ?? []);
  const top = useSignal<string | null>(null);
  const wrong = useSignal<Wrong[]>(refused?.refusal ? wrongFrom(refused.refusal.fields) : []);
  const placeNote = useSignal("");
  const busy = useSignal(false);
  const saved = useSignal<string | null>(null);
  const categories = useCategories();

  useEffect(() => {
    const list = categories.data?.items;
    if (list && top.value === null && draft.value.category) top.value = branch(list, draft.value.category).top;
  }, [categories.data]);

  // Already allowed: no need to ask for a tap. Zalo asks its own question, and only at a tap.
  useEffect(() => {
    if (platform.name === "zalo" || draft.peek().where || !navigator.permissions) return;
    void navigator.permissions
      .query({ name: "geolocation" })
      .then((answer) => (answer.state === "granted" ? platform.locate() : null))
      .then((spot) => {
        if (spot && !draft.peek().where) change({ where: { ...spot, pin: "gps" } });
      })
      .catch(() => undefined);
  }, []);

  const change = (part: Partial<Draft>) => (draft.value = { ...draft.value, ...part });
  const now = draft.value;
  const choose = (group: string | null, leaf: Category | null) => {
    top.value = group;
    change({ category: leaf?.code ?? null, ...(leaf?.urgent ? { urgent: true } : {}) });
  };

  const chosen = categories.data?.items.find((one) => one.code === (now.category ?? top.value));

  const send = async () => {
    wrong.value = wrongIn(now, chosen?.handed_to);
    if (wrong.value.length || busy.value) return;
    busy.value = true;
    const report = reportOf(id.current, now, photos.value, happened.current);
    await put<NewReport>({
      id: id.current,
      kind: "report",
      title: `${chosen?.name ?? t("new")} · ${now.commune?.name ?? ""}`,
      body: report,
      photos: photos.value.map((blob, position) => ({ position, blob, sent: false })),
    });
    if (chosen) void import("./suggested/suggested").then((all) => all.remember(chosen));
    busy.value = false;
    saved.value = id.current;
    scrollTo(0, 0);
  };

  if (saved.value)
    return (
      <Sent
        id={saved.value}
        onAnother={() => {
          id.current = uuid7();
          happened.current = new Date().toISOString();
          draft.value = BLANK;
          photos.value = [];
          top.value = null;
          saved.value = null;
        }}
      />
    );
  return (
    <form
      class="stack report-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Head title={refused ? t("edit") : t("new")} up="/" />
      {refused?.refusal && (
        <p class="box bad">
          <b>{refused.refusal.title}</b> {refused.refusal.detail}
        </p>
      )}
      <Summary wrong={wrong.value} />
      {fragile.value && <p class="box wait">{t("not_kept")}</p>}
      <PhotoField
        photos={photos.value}
        onPhotos={(next) => (photos.value = next)}
        onPlace={(point) => {
          if (draft.peek().where) return;
          change({ where: { ...point, accuracy_m: null, pin: "photo" } });
          placeNote.value = t("gps_from_photo");
        }}
      />
      {!top.value && <Later load={suggested} quiet note={now.note} onChoose={(leaf: Category) => choose(leaf.parent_code ?? leaf.code, leaf)} />}
      <CategoryField top={top.value} value={now.category} wrong={wrongOf(wrong.value, "category")} onChoose={choose} />
      <WhereField
        where={now.where}
        onWhere={(where) => change({ where, sure: false })}
        commune={now.commune}
        onCommune={(commune, confirmed) => change({ commune, confirmed })}
        wrongWhere={wrongOf(wrong.value, "where")}
        wrongCommune={wrongOf(wrong.value, "commune")}
        note={placeNote.value}
        sure={now.sure}
        onSure={(sure) => change({ sure })}
        far={farthest(now.where, photos.value)}
      />
      <Later load={already} quiet category={now.category} where={now.where} />
      <Field id="note" label={t("note")} optional lines={3} error={wrongOf(wrong.value, "note")} value={now.note} onInput={(note) => change({ note })} />
      {!me.value && !chosen?.sealed && (
        <Field
          id="phone"
          label={t("phone")}
          optional
          hint={t("phone_hint")}
          error={wrongOf(wrong.value, "phone")}
          value={now.phone}
          onInput={(phone) => change({ phone })}
          input={{ type: "tel", autocomplete: "tel", inputMode: "tel" }}
        />
      )}
      <div>
        <Tick label={t("urgent")} hint={t("urgent_hint")} checked={now.urgent} onChange={(urgent) => change({ urgent })} />
        {me.value?.roles.includes("volunteer") && (
          <Tick label={t("on_behalf")} hint={t("on_behalf_hint")} checked={now.on_behalf} onChange={(on_behalf) => change({ on_behalf })} />
        )}
        {chosen?.anonymous_allowed !== false && !chosen?.sealed && (
          <Tick label={t("anonymous")} hint={t("anonymous_hint")} checked={now.anonymous} onChange={(anonymous) => change({ anonymous })} />
        )}
      </div>
      <button type="submit" class="btn wide send" aria-disabled={busy.value}>
        {busy.value ? t("saving") : now.commune && now.confirmed ? t("send_to", { place: now.commune.name }) : t("send")}
      </button>
    </form>
  );
};

export default NewReportScreen;
