/** What every screen of the desk shares: which team is led, and the way between the desks. */
import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { me } from "../../api/session";
import { Chips } from "../../ui/form";
import { Empty, Head } from "../../ui/page";
import { t } from "./words";

interface Props {
  title: string;
  up: string;
  asked?: string | null;
  children: (team: string) => ComponentChildren;
}

/** Whether who looks leads another team or none: an officer, who comes with the team they want to see. */
export const visits = (team: string): boolean => !me.value?.teams.some((one) => one.leads && one.id === team);

/** For who leads a team, of several one is chosen; and for officers, who come with the team they want to see. */
export function Leading({ title, up, asked, children }: Props) {
  const led = me.value?.teams.filter((one) => one.leads) ?? [];
  const chosen = useSignal("");
  const team = led.find((one) => one.id === chosen.value) ?? led[0];
  return (
    <div class="stack">
      <Head title={title} up={up} />
      {!asked && led.length > 1 && (
        <Chips name="team" legend={t("which_team")} choices={led.map(({ id, name }) => ({ value: id, label: name }))} value={team?.id ?? null} onChoose={(id) => (chosen.value = id)} />
      )}
      {asked ? children(asked) : team ? children(team.id) : <Empty title={t("leads_none")} />}
    </div>
  );
}
