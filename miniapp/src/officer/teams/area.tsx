/** The hamlets a team walks: picked from the commune's list, or put on it. */
import { useRead } from "../../api/read";
import { Chips, Field, Tick } from "../../ui/form";
import { Shown } from "../../ui/shown";
import { askHamlets, type HamletName, type TeamArea } from "./asks";
import { t } from "./words";

export interface AreaPick {
  ids: string[];
  name: string;
  kind: HamletName["kind"];
}
export const NOWHERE: AreaPick = { ids: [], name: "", kind: "thon" };
const KINDS: HamletName["kind"][] = ["thon", "ban", "to_dan_pho"];

/** As the API takes it; null when nothing is picked. */
export function areaOf(pick: AreaPick, on?: string): TeamArea | null {
  const name = pick.name.normalize("NFC").trim();
  if (!pick.ids.length && !name) return null;
  return { hamlet_ids: pick.ids, new_hamlets: name ? [{ name, kind: pick.kind }] : [], ...(on && { on }) };
}

interface Props {
  commune: string;
  pick: AreaPick;
  onPick: (pick: AreaPick) => void;
  error?: string | undefined;
}

export function AreaFields({ commune, pick, onPick, error }: Props) {
  const read = useRead(commune ? `me:hamlets:${commune}` : null, () => askHamlets(commune), { kept: false });
  if (!commune) return <p class="muted">{t("pick_first")}</p>;
  return (
    <>
      <fieldset class={error ? "field bad" : "field"} id="hamlets" tabIndex={-1}>
        <legend>{t("hamlets")}</legend>
        <p class="hint">{t("hamlets_hint")}</p>
        {error && <p class="error">{error}</p>}
        <Shown read={read} rows={1}>
          {(page) =>
            page.items.map((one) => (
              <Tick
                key={one.id}
                label={one.name}
                checked={pick.ids.includes(one.id)}
                onChange={(on) => onPick({ ...pick, ids: on ? [...pick.ids, one.id] : pick.ids.filter((id) => id !== one.id) })}
              />
            ))
          }
        </Shown>
      </fieldset>
      <Field id="new-hamlet" label={t("new_hamlet")} hint={t("new_hamlet_hint")} optional value={pick.name} onInput={(name) => onPick({ ...pick, name })} input={{ maxLength: 80 }} />
      {pick.name.trim() && (
        <Chips name="hamlet-kind" legend={t("kind")} value={pick.kind} onChoose={(kind) => onPick({ ...pick, kind })} choices={KINDS.map((value) => ({ value, label: t(`hk_${value}`) }))} />
      )}
    </>
  );
}
