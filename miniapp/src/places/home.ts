/** The commune this phone is at home in: of the person when signed in, else kept on the phone. */
import { computed, signal } from "@preact/signals";
import { api, got } from "../api/client";
import { me, setMe } from "../api/session";
import { platform } from "../platform";

const KEY = "home-commune";

export interface HomeCommune {
  code: string;
  name: string;
  full_name: string;
}

function stored(): HomeCommune | null {
  try {
    return JSON.parse(platform.store.get(KEY) ?? "null") as HomeCommune | null;
  } catch {
    return null;
  }
}

const onPhone = signal<HomeCommune | null>(stored());

export const homeCommune = computed<HomeCommune | null>(() => {
  const mine = me.value;
  if (!mine?.home_commune_code) return onPhone.value;
  const name = mine.home_commune_name ?? "";
  return { code: mine.home_commune_code, name, full_name: name };
});

/** Kept on the phone at once; on the account too when signed in. */
export async function setHomeCommune(commune: HomeCommune): Promise<void> {
  onPhone.value = commune;
  platform.store.set(KEY, JSON.stringify(commune));
  if (me.value) setMe(await got(api.PATCH("/v1/me", { body: { home_commune_code: commune.code } })));
}
