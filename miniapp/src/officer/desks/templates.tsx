/** Ready answers: an agency writes its own, an administrator those of all. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { me } from "../../api/session";
import type { Screen } from "../../main/router";
import { Head } from "../../ui/page";
import { say } from "../../ui/say";
import { Shown } from "../../ui/shown";
import { why } from "../../ui/why";
import { moment } from "../../ui/words";
import { Only } from "../gate/gate";
import { TemplateForm } from "./template-form";
import { askChoices, askTemplates, dropTemplate, type Template, type TemplateList } from "./wire";
import { t } from "./words";

export const Templates: Screen = () => <Only roles={["handler", "officer", "admin"]}>{() => <Desk />}</Only>;

function Line({ one, onChange, onDrop }: { one: Template; onChange: () => void; onDrop: () => void }) {
  const sure = useSignal(false);
  return (
    <li class="card stack-small">
      <p class="tags">
        <b>{one.title}</b> <span class="pill">{t(one.action as "answer")}</span>
      </p>
      <p class="as-typed">{one.body}</p>
      <small>
        {one.agency_name ?? t("any_agency")} · {one.category_name ?? t("any_subject")}
        {one.changed_at && ` · ${t("changed_at", { at: moment(one.changed_at) })}`}
      </small>
      {one.mine && (
        <div class="actions">
          <button type="button" class="btn small ghost" aria-label={`${t("change")}: ${one.title}`} onClick={onChange}>
            {t("change")}
          </button>
          {sure.value ? (
            <>
              <button type="button" class="btn small danger" onClick={onDrop}>
                {t("drop_sure")}
              </button>
              <button type="button" class="btn small ghost" onClick={() => (sure.value = false)}>
                {t("leave")}
              </button>
            </>
          ) : (
            <button type="button" class="btn small danger" aria-label={`${t("drop")}: ${one.title}`} onClick={() => (sure.value = true)}>
              {t("drop")}
            </button>
          )}
        </div>
      )}
    </li>
  );
}

function Desk() {
  const read = useRead("me:kept-templates", askTemplates, { kept: false });
  const choices = useRead("template-choices", askChoices, { fresh: 600_000 });
  const latest = useSignal<TemplateList | null>(null);
  const open = useSignal<number | "new" | null>(null);
  const trouble = useSignal("");
  const up = me.value?.roles.includes("handler") ? "/xl" : "/qt";
  const kept = (list: TemplateList) => {
    latest.value = list;
    open.value = null;
    say(t("kept"));
  };
  const drop = async (id: number) => {
    trouble.value = "";
    try {
      latest.value = await dropTemplate(id);
      say(t("dropped"));
    } catch (error) {
      trouble.value = why(error);
    }
  };
  const form = (before: Template | null) =>
    choices.data && <TemplateForm before={before} choices={choices.data} onKept={kept} onLeft={() => (open.value = null)} />;
  return (
    <div class="stack">
      <Head title={t("templates")} up={up} />
      <p class="muted">{t("templates_hint")}</p>
      {open.value === "new" ? (
        form(null)
      ) : (
        <button type="button" class="btn" disabled={!choices.data} onClick={() => (open.value = "new")}>
          {t("add")}
        </button>
      )}
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <Shown read={read} empty={{ when: (list) => (latest.value ?? list).items.length === 0, title: t("none") }}>
        {(list) => (
          <ul class="cards">
            {(latest.value ?? list).items.map((one) =>
              open.value === one.id ? (
                <li key={one.id}>{form(one)}</li>
              ) : (
                <Line key={one.id} one={one} onChange={() => (open.value = one.id)} onDrop={() => void drop(one.id)} />
              ),
            )}
          </ul>
        )}
      </Shown>
    </div>
  );
}
