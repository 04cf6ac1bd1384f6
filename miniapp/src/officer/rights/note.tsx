/** A request that came to an office by word, call or letter, written down: its clocks run from now. */
import { useSignal } from "@preact/signals";
import { useRead } from "../../api/read";
import { uuid7 } from "../../offline/uuid7";
import { PROVINCE } from "../../places/province";
import { Chips, Field } from "../../ui/form";
import { say } from "../../ui/say";
import { why } from "../../ui/why";
import { provincesOf } from "../provinces";
import { askCommunes } from "../wire";
import { note, type RequestLine } from "./asks";
import { t } from "./words";

const KINDS: RequestLine["kind"][] = ["view", "correct", "delete", "withdraw", "restrict", "object"];

export function Note({ onNoted }: { onNoted: () => Promise<void> }) {
  const province = provincesOf()[0] ?? PROVINCE;
  const communes = useRead(`communes:${province}`, () => askCommunes(province), { fresh: 86_400_000 });
  const id = useSignal(uuid7());
  const kind = useSignal<RequestLine["kind"]>("view");
  const commune = useSignal("");
  const words = useSignal("");
  const trouble = useSignal("");
  const save = async () => {
    const said = words.value.normalize("NFC").trim();
    trouble.value = commune.value && said.length >= 3 ? "" : t("note_need");
    if (trouble.value) return;
    try {
      await note({ id: id.value, kind: kind.value, commune_code: commune.value, words: said });
      id.value = uuid7();
      words.value = "";
      say(t("done"));
      await onNoted();
    } catch (error) {
      trouble.value = why(error);
    }
  };
  return (
    <details class="card">
      <summary>
        <b>{t("note")}</b>
      </summary>
      <form
        class="stack-small"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Chips name="note-kind" legend={t("note_kind")} value={kind.value} onChoose={(value) => (kind.value = value)} choices={KINDS.map((value) => ({ value, label: t(`k_${value}` as "k_view") }))} />
        <div class="field">
          <label for="note-commune">{t("note_commune")}</label>
          <select id="note-commune" value={commune.value} onChange={(event) => (commune.value = event.currentTarget.value)}>
            <option value="">–</option>
            {communes.data?.map((one) => (
              <option key={one.code} value={one.code}>
                {one.name}
              </option>
            ))}
          </select>
        </div>
        <Field id="note-words" label={t("note_words")} hint={t("note_words_hint")} lines={3} value={words.value} error={trouble.value || undefined} onInput={(value) => (words.value = value)} />
        <button type="submit" class="btn wide">
          {t("note_save")}
        </button>
      </form>
    </details>
  );
}
