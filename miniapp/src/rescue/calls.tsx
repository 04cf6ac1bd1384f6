/** The calls an incident is made of, and putting right what was taken for one house or for two. */
import { useSignal } from "@preact/signals";
import { whyNot } from "../api/failure";
import { me } from "../api/session";
import { go } from "../main/router";
import { Field } from "../ui/form";
import { moment } from "../ui/words";
import { t } from "./line";
import { MapLink } from "./pasted";
import type { Incident } from "./shapes";
import { merge, split } from "./wire";

export function Calls({ shown, onNext }: { shown: Incident; onNext: (next: Incident) => void }) {
  const into = useSignal("");
  const trouble = useSignal("");
  const lines = shown.call_lines ?? [];
  const command = me.value?.roles.includes("officer") && !["safe", "handed_112", "false", "closed", "merged"].includes(shown.state);
  const done = async (asked: Promise<Incident>) => {
    trouble.value = "";
    try {
      const next = await asked;
      if (next.id === shown.id) onNext(next);
      else go(`/cuu-ho/ca/${next.id}`);
    } catch (error) {
      trouble.value = whyNot(error, t("unreachable"));
    }
  };
  return (
    <section class="card stack-small">
      <h2>{t("calls_n", { n: lines.length })}</h2>
      {trouble.value && (
        <p class="box bad" role="alert">
          {trouble.value}
        </p>
      )}
      <ul class="stack-small call-lines">
        {lines.map((one) => (
          <li key={one.position} class="stack-small">
            <p>
              <b>{t("call_n", { n: one.position })}</b>{" "}
              <small>
                {moment(one.received_at)} · {t(`channel_${one.channel}`)} · {t(one.for_other ? "for_other" : "for_self")}
                {one.sends > 1 && ` · ${t("sends", { n: one.sends })}`}
              </small>
            </p>
            {one.place && <p>{one.place}</p>}
            {one.text && <p class="said">{one.text}</p>}
            <MapLink text={`${one.place} ${one.text}`} />
            {!one.has_phone && <p class="muted">{t("no_phone")}</p>}
            {one.doubts.length > 0 && <p class="state wait">{one.doubts.join(" · ")}</p>}
            {command && lines.length > 1 && (
              <button type="button" class="as-link" onClick={() => void done(split(shown.id, { version: shown.version, position: one.position }))}>
                {t("split")}
              </button>
            )}
          </li>
        ))}
      </ul>
      {command && (
        <form
          class="merge"
          onSubmit={(event) => {
            event.preventDefault();
            if (Number(into.value) > 0) void done(merge(shown.id, { version: shown.version, into: Number(into.value) }));
          }}
        >
          <Field id="into" label={t("merge_into")} value={into.value} onInput={(value) => (into.value = value.replace(/\D/g, ""))} input={{ inputMode: "numeric" }} />
          <button type="submit" class="btn ghost">
            {t("merge")}
          </button>
        </form>
      )}
    </section>
  );
}
