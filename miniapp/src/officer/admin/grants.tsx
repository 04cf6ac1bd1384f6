/** Who may do what: dated roles, given to a phone number that has signed in, taken back with a reason. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Chips, Field, Summary, type Wrong, wrongOf } from "../../ui/form";
import { useMore } from "../../ui/more";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { Why, why } from "../../ui/why";
import { day, isoDay } from "../../ui/words";
import { DeskLink, Only } from "../frame";
import { t } from "./words";
import type { Grant, NewGrant, StaffRole } from "../shapes";
import { askAgencies, askGrants, askProvinces, askResets, askTeams, giveRole, resetFactor, takeRole } from "../wire";
import { Resets } from "./resets";

const ROLES: StaffRole[] = ["volunteer", "team_leader", "handler", "officer", "admin"];
const SCOPE = { volunteer: "team_id", team_leader: "team_id", handler: "agency_id", officer: "province_code", admin: null } as const;

/** Roles without a second factor: there is none to take away. */
const WALKS = ["volunteer", "team_leader"];

export const Grants: Screen = () => <Only roles={["admin"]}>{() => <Desk />}</Only>;

function Desk() {
  const words = useSignal("");
  const role = useSignal<StaffRole | null>(null);
  const asked = { words: words.value, role: role.value };
  const of = `${asked.role ?? ""}:${asked.words}`;
  const read = useRead(`me:grants:${of}`, () => askGrants(asked, null), { kept: false });
  const resets = useRead("me:factor-resets", () => askResets(null), { kept: false });
  const more = useMore<Grant>(read.data, (cursor) => askGrants(asked, cursor), { of });
  const again = () => {
    more.forget();
    void read.again();
  };
  return (
    <div class="stack">
      <Head title={t("grants")} />
      <DeskLink href="#/cb/tin" icon="bell" title={t("sending")} hint={t("sending_card")} />
      <DeskLink href="#/cb/chuyen-tiep" icon="link" title={t("forwarding")} hint={t("forwarding_card")} />
      <DeskLink href="#/qt/loai-viec" icon="list" title={t("subjects")} hint={t("subjects_card")} />
      <DeskLink href="#/qt/nhac-han" icon="clock" title={t("ladder")} hint={t("ladder_card")} />
      <DeskLink href="#/mau-tra-loi" icon="file" title={t("templates")} hint={t("templates_card")} />
      <DeskLink href="#/cb/canh-bao/nguon" icon="warn" title={t("feeds")} hint={t("feeds_card")} />
      <DeskLink href="#/qt/khoa" icon="shield" title={t("keys")} hint={t("keys_card")} />
      <Give onGiven={again} />
      <Find onWords={(typed) => (words.value = typed)} role={role.value} onRole={(chosen) => (role.value = chosen)} />
      <Shown read={read} empty={{ when: (page) => page.items.length === 0, title: t(of === ":" ? "g_none" : "g_none_such") }}>
        {() => {
          const past = more.items.filter(isOver);
          return (
            <>
              <List title={t("g_now")} grants={more.items.filter((grant) => !isOver(grant))} onTaken={again} onReset={() => void resets.again()} />
              {past.length > 0 && <List title={t("g_past")} grants={past} onTaken={again} onReset={() => void resets.again()} />}
              {more.button}
            </>
          );
        }}
      </Shown>
      {resets.data && resets.data.items.length > 0 && <Resets page={resets.data} />}
    </div>
  );
}

/** Which grants to show: a role at once, words when they are sent. */
function Find({ onWords, role, onRole }: { onWords: (typed: string) => void; role: StaffRole | null; onRole: (role: StaffRole | null) => void }) {
  const typed = useSignal("");
  return (
    <form
      class="stack-small"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onWords(typed.value.normalize("NFC").trim());
      }}
    >
      <Field
        id="find"
        label={t("g_find")}
        hint={t("g_find_hint")}
        value={typed.value}
        onInput={(value) => {
          typed.value = value;
          if (!value) onWords("");
        }}
        input={{ type: "search", autocomplete: "off", maxLength: 80, enterKeyHint: "search" }}
      />
      <div class="actions">
        <button type="submit" class="btn ghost">
          {t("g_search")}
        </button>
      </div>
      <Chips
        name="find-role"
        legend={t("g_role")}
        choices={[{ value: "all", label: t("g_all") }, ...ROLES.map((value) => ({ value, label: t(`r_${value}`) }))]}
        value={role ?? "all"}
        onChoose={(value) => onRole(value === "all" ? null : value)}
      />
    </form>
  );
}

const useProvinces = (wanted: boolean) => useRead(wanted ? "provinces" : null, askProvinces, { fresh: 86_400_000 }).data?.items ?? [];

const isOver = (grant: Grant): boolean => grant.revoked_at !== null || (grant.valid_to !== null && grant.valid_to < isoDay());

function List({ title, grants, onTaken, onReset }: { title: string; grants: Grant[]; onTaken: () => void; onReset: () => void }) {
  return (
    <section class="stack-small">
      <h2>{title}</h2>
      <ul class="cards">
        {grants.map((grant) => (
          <Line key={grant.id} grant={grant} onTaken={onTaken} onReset={onReset} />
        ))}
      </ul>
    </section>
  );
}

function Line({ grant, onTaken, onReset }: { grant: Grant; onTaken: () => void; onReset: () => void }) {
  const asked = useSignal<"" | "revoke" | "reset">("");
  const provinces = useProvinces(grant.province_code !== null);
  const where = grant.team_name ?? grant.agency_name ?? provinces.find((one) => one.code === grant.province_code)?.name ?? grant.province_code;
  const take = async (reason: string) => {
    await takeRole(grant.id, reason);
    say(t("g_revoked"));
    onTaken();
  };
  const reset = async (reason: string) => {
    await resetFactor(grant.person_id, reason);
    say(t("f_done"));
    asked.value = "";
    onReset();
  };
  const person = grant.person_name || t("g_nameless");
  return (
    <li class="card stack-small">
      <div class="line">
        <span>
          <b>{person}</b>
          {grant.person_phone && <small>{grant.person_phone}</small>}
          <small>
            {t(`r_${grant.role}` as "r_admin")}
            {where && ` · ${where}`}
          </small>
          <small>{grant.valid_to ? t("g_from_to", { from: day(grant.valid_from), to: day(grant.valid_to) }) : t("g_from", { from: day(grant.valid_from) })}</small>
          {grant.revoked_at && <small>{`${t("g_revoked")} ${day(grant.revoked_at)}: ${grant.reason ?? ""}`}</small>}
        </span>
        {!isOver(grant) && !asked.value && (
          <button type="button" class="btn small danger" aria-label={`${t("g_revoke")}: ${person}, ${t(`r_${grant.role}` as "r_admin")}`} onClick={() => (asked.value = "revoke")}>
            {t("g_revoke")}
          </button>
        )}
      </div>
      {!isOver(grant) && !asked.value && !WALKS.includes(grant.role) && grant.person_id !== me.value?.id && (
        <div>
          <button type="button" class="btn small ghost" aria-label={`${t("f_reset")}: ${person}`} onClick={() => (asked.value = "reset")}>
            {t("f_reset")}
          </button>
        </div>
      )}
      {asked.value === "revoke" && <Why id={`reason-${grant.id}`} label={t("g_reason")} need={t("need_reason")} act={t("g_revoke")} send={take} onKeep={() => (asked.value = "")} />}
      {asked.value === "reset" && (
        <Why id={`factor-${grant.id}`} label={t("f_reason")} need={t("need_seen")} hint={t("f_hint")} act={t("f_reset")} send={reset} onKeep={() => (asked.value = "")} />
      )}
    </li>
  );
}

function Give({ onGiven }: { onGiven: () => void }) {
  const role = useSignal<StaffRole | null>(null);
  const phone = useSignal("");
  const scope = useSignal("");
  const until = useSignal("");
  const wrong = useSignal<Wrong[]>([]);
  const trouble = useSignal("");
  const give = async () => {
    const field = role.value ? SCOPE[role.value] : null;
    wrong.value = [
      ...(role.value ? [] : [{ id: "role", message: t("need_role") }]),
      ...(phone.value.trim() ? [] : [{ id: "phone", message: t("need_phone") }]),
      ...(field && !scope.value ? [{ id: "scope", message: t("need_scope") }] : []),
    ];
    if (wrong.value.length || !role.value) return;
    const body: NewGrant = { role: role.value, phone: phone.value.trim(), ...(field && { [field]: scope.value }), ...(until.value && { valid_to: until.value }) };
    try {
      await giveRole(body);
      trouble.value = "";
      phone.value = "";
      say(t("given"));
      onGiven();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <details class="card more">
      <summary>{t("new_grant")}</summary>
      <form
        class="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void give();
        }}
      >
        <Summary wrong={wrong.value} />
        {trouble.value && (
          <p class="box bad" role="alert">
            {trouble.value}
          </p>
        )}
        <Chips
          name="role"
          legend={t("g_role")}
          choices={ROLES.map((value) => ({ value, label: t(`r_${value}`) }))}
          value={role.value}
          error={wrongOf(wrong.value, "role")}
          onChoose={(value) => {
            role.value = value;
            scope.value = "";
          }}
        />
        <Field id="phone" label={t("g_phone")} hint={t("g_phone_hint")} value={phone.value} error={wrongOf(wrong.value, "phone")} onInput={(value) => (phone.value = value)} input={{ type: "tel", inputMode: "tel", autocomplete: "off" }} />
        {role.value && SCOPE[role.value] && <Scope role={role.value} value={scope.value} error={wrongOf(wrong.value, "scope")} onChoose={(value) => (scope.value = value)} />}
        <Field id="until" label={t("g_until")} optional value={until.value} onInput={(value) => (until.value = value)} input={{ type: "date" }} />
        <button type="submit" class="btn">
          {t("g_give")}
        </button>
      </form>
    </details>
  );
}

function Scope({ role, value, error, onChoose }: { role: StaffRole; value: string; error: string | undefined; onChoose: (value: string) => void }) {
  const agencies = useRead(role === "handler" ? "agencies" : null, askAgencies, { fresh: 3_600_000 });
  const teams = useRead(SCOPE[role] === "team_id" ? "me:teams" : null, askTeams);
  const provinces = useProvinces(role === "officer");
  const choices =
    role === "handler"
      ? (agencies.data?.items ?? []).map(({ id, name }) => ({ id, name }))
      : SCOPE[role] === "team_id"
        ? (teams.data?.items ?? []).map(({ id, name }) => ({ id, name }))
        : provinces.map(({ code, name }) => ({ id: code, name }));
  return (
    <div class={error ? "field bad" : "field"}>
      <label for="scope">{t(role === "handler" ? "g_agency" : SCOPE[role] === "team_id" ? "g_team" : "g_province")}</label>
      {error && (
        <p class="error" id="scope-error">
          {error}
        </p>
      )}
      <select id="scope" value={value} aria-describedby={error ? "scope-error" : undefined} onChange={(event) => onChoose(event.currentTarget.value)}>
        <option value="">–</option>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
