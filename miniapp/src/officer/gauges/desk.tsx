/** The officer's desk of gauges: readings that are not believed, rivers that passed alarm levels, orders to reservoirs. */
import { useSignal } from "@preact/signals";
import { api, done, got } from "../../api/client";
import { whyNot, whyNotInFull } from "../../api/failure";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { uuid7 } from "../../offline/uuid7";
import { DeskLink, Only } from "../frame";
import { Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { CrossingLine } from "../../gauges/crossing";
import type { Doubted, Station } from "../../gauges/shapes";
import { useBoard } from "../../gauges/wire";
import { amount } from "../../gauges/words";
import { moment, number, words } from "../../ui/words";
import vi from "./vi.json";
import "../../gauges/gauges.css";

const t = words(vi);

export const Gauges: Screen = () => <Only roles={["officer"]}>{() => <Desk />}</Only>;

const UNITS = { level: "m", rain_1h: "mm", rain_24h: "mm", inflow: "m3/s", outflow: "m3/s" } as const;

function Desk() {
  const doubted = useRead(`me:gauges:${me.value?.id}`, () => got(api.GET("/v1/gauge-readings/doubted", { params: { query: { limit: 50 } } })));
  const crossings = useRead(`me:crossings:${me.value?.id}`, () => got(api.GET("/v1/gauge-crossings")));
  const board = useBoard();
  return (
    <div class="stack narrow">
      <Head title={t("desk_title")} up="/cb" />
      <p class="muted">{t("desk_lead")}</p>
      <Shown read={doubted} always empty={{ when: (page) => !page.items.length, title: t("desk_none"), body: <p>{t("desk_none_hint")}</p> }}>
        {(page) => (
          <ul class="cards">
            {page.items.map((one) => (
              <li key={one.id} class="card">
                <DoubtedLine one={one} again={() => void Promise.all([doubted.again(), crossings.again()])} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
      {!!crossings.data?.items.length && (
        <section class="stack-small">
          <h2>{t("desk_crossings")}</h2>
          <ul class="cards">
            {crossings.data.items.slice(0, 8).map((crossing) => (
              <li key={crossing.id} class="card">
                <p>{crossing.station_name}</p>
                <CrossingLine crossing={crossing} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <DeskLink href="#/cb/canh-bao" icon="warn" title={t("desk_drafts")} hint={t("desk_drafts_hint")} />
      <OrderForm reservoirs={(board.data?.items ?? []).filter((one) => one.kind === "reservoir")} saved={() => void board.again()} />
    </div>
  );
}

function DoubtedLine({ one, again }: { one: Doubted; again: () => void }) {
  const note = useSignal("");
  const error = useSignal("");
  const unit = UNITS[one.quantity];
  const judge = async (verdict: "believed" | "doubted") => {
    if (!note.value.trim()) {
      error.value = t("need_why");
      return;
    }
    try {
      await done(api.POST("/v1/gauge-readings/{reading_id}/judge", { params: { path: { reading_id: one.id } }, body: { verdict, note: note.value.normalize("NFC").trim() } }));
      say(t("judged"));
      again();
    } catch (failure) {
      error.value = whyNot(failure, t("not_judged"));
    }
  };
  return (
    <>
      <b>
        {one.station_name} · {t(`q_${one.quantity}`)}: {amount(one.value, unit)}
      </b>
      <p class="tags">
        {one.flags.map((flag) => (
          <span key={flag} class="pill wait">
            {t(`flag_${flag}`)}
          </span>
        ))}
      </p>
      <small>
        {moment(one.at)} · {t("sent_as", { value: number(one.sent_value), unit: one.sent_unit, at: moment(one.received_at), system: one.system })}
      </small>
      <small>
        {one.last_good === null || one.last_good_at === null ? t("last_good_none") : t("last_good", { value: amount(one.last_good, unit), at: moment(one.last_good_at) })}
      </small>
      <div class="judge">
        <Field id={`why-${one.id}`} label={t("why")} hint={t("why_hint")} value={note.value} error={error.value} onInput={(value) => (note.value = value)} input={{ maxLength: 500 }} />
        <div class="actions even">
          <button type="button" class="btn danger" onClick={() => void judge("doubted")}>
            {t("doubt")}
          </button>
          <button type="button" class="btn ghost" onClick={() => void judge("believed")}>
            {t("believe")}
          </button>
        </div>
      </div>
    </>
  );
}

const EMPTY = { from: "", to: "", starts: "", issuer: "", document: "" };
const MOST = 50_000;

function OrderForm({ reservoirs, saved }: { reservoirs: Station[]; saved: () => void }) {
  const id = useSignal(uuid7());
  const reservoir = useSignal("");
  const filling = useSignal(EMPTY);
  const wrong = useSignal<Wrong[]>([]);
  const busy = useSignal(false);
  const now = filling.value;
  const set = (part: Partial<typeof EMPTY>) => (filling.value = { ...filling.value, ...part });
  const save = async () => {
    const flows = [now.from, now.to].map((text) => Number(text.replace(/[.\s]/g, "") || Number.NaN));
    const [from = Number.NaN, to = Number.NaN] = flows;
    const found: Wrong[] = [];
    if (!(Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && to <= MOST)) found.push({ id: "o-from", message: t("o_need_flow") });
    if (!now.starts) found.push({ id: "o-starts", message: t("o_need_starts") });
    if (!now.issuer.trim()) found.push({ id: "o-issuer", message: t("o_need_issuer") });
    wrong.value = found;
    if (found.length || busy.value) return;
    busy.value = true;
    try {
      await got(
        api.POST("/v1/reservoir-orders", {
          body: {
            id: id.value,
            reservoir: reservoir.value || (reservoirs[0]?.code ?? ""),
            from_m3s: from,
            to_m3s: to,
            // The desk's clock may stand anywhere; orders speak of Vietnam's.
            starts_at: `${now.starts}:00+07:00`,
            issuer: now.issuer.normalize("NFC").trim(),
            document: now.document.normalize("NFC").trim(),
            note: "",
          },
        }),
      );
      say(t("o_saved"));
      id.value = uuid7();
      filling.value = EMPTY;
      saved();
    } catch (failure) {
      wrong.value = [{ id: "o-from", message: whyNotInFull(failure, t("not_judged")) }];
    }
    busy.value = false;
  };
  if (!reservoirs.length) return null;
  const of = (field: string) => wrongOf(wrong.value, field);
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h2>{t("new_order")}</h2>
      <Summary wrong={wrong.value} />
      <div class="field">
        <label for="o-reservoir">{t("o_reservoir")}</label>
        <select id="o-reservoir" value={reservoir.value || reservoirs[0]?.code} onChange={(event) => (reservoir.value = event.currentTarget.value)}>
          {reservoirs.map((one) => (
            <option key={one.code} value={one.code}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <Field id="o-from" label={t("o_from")} value={now.from} error={of("o-from")} onInput={(from) => set({ from })} input={{ inputMode: "numeric" }} />
      <Field id="o-to" label={t("o_to")} value={now.to} onInput={(to) => set({ to })} input={{ inputMode: "numeric" }} />
      <Field id="o-starts" label={t("o_starts")} value={now.starts} error={of("o-starts")} onInput={(starts) => set({ starts })} input={{ type: "datetime-local" }} />
      <Field id="o-issuer" label={t("o_issuer")} value={now.issuer} error={of("o-issuer")} onInput={(issuer) => set({ issuer })} input={{ maxLength: 160 }} />
      <Field id="o-document" label={t("o_document")} optional value={now.document} onInput={(document) => set({ document })} input={{ maxLength: 80 }} />
      <button type="submit" class="btn" disabled={busy.value}>
        {t("o_save")}
      </button>
    </form>
  );
}
