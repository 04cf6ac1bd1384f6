/** What the officer's screens share: words, the three verdicts with sign, word and colour. */
import { Icon, type IconName } from "../ui/icon";
import { words } from "../ui/words";
import type { Verdict } from "./coverage";
import vi from "./vi.json";
import "./officer.css";

export { Only } from "./gate/gate";
export const t = words(vi);

const KINDS = { met: "ok", not_met: "bad", not_enough_data: "wait" } as const;
const SIGNS = { met: "check", not_met: "close", not_enough_data: "help" } as const;

export function VerdictPill({ verdict }: { verdict: Verdict }) {
  return (
    <span class={`pill verdict ${KINDS[verdict]}`}>
      <Icon name={SIGNS[verdict]} />
      {t(`v_${verdict}`)}
    </span>
  );
}

/** The way to another desk: what it is called, and what is done there. */
export function DeskLink({ href, icon, title, hint }: { href: string; icon: IconName; title: string; hint: string }) {
  return (
    <a class="card link more-desk" href={href}>
      <Icon name={icon} />
      <span>
        <b>{title}</b>
        <small>{hint}</small>
      </span>
      <Icon name="next" />
    </a>
  );
}
