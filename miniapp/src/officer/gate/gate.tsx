/** Who may be on an officer's or an administrator's screen. With words of its own: it is part of every one of them. */
import type { ComponentChildren } from "preact";
import { me } from "../../api/session";
import type { Role } from "../../api/types";
import { Head } from "../../ui/page";
import { words } from "../../ui/words";
import vi from "./vi.json";
import "../officer.css";

const t = words(vi);

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
