/** One dossier on a list, and how it stands: a word, a sign and a colour. */
import type { Dossier } from "../api/types";
import { Icon, type IconName } from "../ui/icon";
import { Whole } from "../ui/whole";

type Tone = "" | "ok" | "wait" | "bad";

export function tone(dossier: Pick<Dossier, "late" | "clock">): Tone {
  if (dossier.late) return "bad";
  if (dossier.clock === "paused") return "wait";
  return dossier.clock === "stopped" ? "ok" : "";
}

const SIGNS: Record<Tone, IconName> = { "": "sync", ok: "check", wait: "clock", bad: "warn" };

export function DossierLine({ dossier }: { dossier: Dossier }) {
  const how = tone(dossier);
  return (
    <a class="card link" href={`#/hs/${dossier.id}`}>
      <b>{dossier.procedure_name}</b>
      <small>
        <Whole text={dossier.code} />
      </small>
      <span class={`state signed ${how}`}>
        <Icon name={SIGNS[how]} />
        {dossier.state_name}
      </span>
      <small>{dossier.standing}</small>
    </a>
  );
}
