/** Which communes a warning is for: all, or some found by name. */
import { useSignal } from "@preact/signals";
import { Field } from "../../../ui/form";
import { Picks } from "../../../ui/picks";
import { fold, words } from "../../../ui/words";
import vi from "./vi.json";

const t = words(vi);

interface Props {
  communes: { code: string; name: string }[];
  chosen: string[];
  /** The question, where it is not the warning's. */
  legend?: string;
  error: string | undefined;
  onChange: (chosen: string[]) => void;
}

export function CommunePicks({ communes, chosen, legend, error, onChange }: Props) {
  const wanted = useSignal("");
  const found = communes.filter((one) => fold(one.name).includes(fold(wanted.value)));
  return (
    <div class="stack-small">
      <Field id="communes-find" label={t("communes_find")} value={wanted.value} onInput={(value) => (wanted.value = value)} input={{ type: "search", autocomplete: "off" }} />
      <div class="row-head">
        <span role="status">{t("communes_chosen", { n: chosen.length })}</span>
        {chosen.length < communes.length ? (
          <button type="button" class="as-link" onClick={() => onChange(communes.map((one) => one.code))}>
            {t("communes_all", { n: communes.length })}
          </button>
        ) : (
          <button type="button" class="as-link" onClick={() => onChange([])}>
            {t("communes_clear")}
          </button>
        )}
      </div>
      <div class="picks-scroll">
        <Picks
          name="communes"
          legend={legend ?? t("q_communes")}
          choices={found.map((one) => ({ value: one.code, label: one.name }))}
          values={chosen}
          error={error}
          onChange={onChange}
        />
      </div>
    </div>
  );
}
