/** What the officer's screens share: words, who may be here, the three verdicts with sign, word and colour. */
import type { ComponentChildren } from "preact";
import { me } from "../api/session";
import type { Role } from "../api/types";
import { Icon, type IconName } from "../ui/icon";
import { Head } from "../ui/page";
import { words } from "../ui/words";
import type { Verdict } from "./coverage";
import vi from "./vi.json";
import "./officer.css";

export const t = words(vi);

export function Only({ roles, children }: { roles: Role[]; children: () => ComponentChildren }) {
  if (me.value?.roles.some((role) => roles.includes(role))) return <>{children()}</>;
  return (
    <div class="stack">
      <Head title={roles.includes("officer") ? t("not_officer") : t("not_admin")} />
      <p>{t("not_officer_hint")}</p>
      <a class="btn" href="#/toi">
        {t("sign_in")}
      </a>
    </div>
  );
}

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
