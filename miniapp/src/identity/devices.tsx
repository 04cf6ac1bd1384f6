/** Where I am signed in: each device by a name people know, ended one by one or all but this one. */
import { useSignal } from "@preact/signals";
import { api, done, got } from "../api/client";
import { whyNot } from "../api/failure";
import { useRead } from "../api/read";
import { say } from "../ui/say";
import { Shown } from "../ui/shown";
import { moment, words } from "../ui/words";
import vi from "./vi.json";

const t = words(vi);
/** This one is the first; more than a few are seldom looked at. */
const FEW = 4;

export function Devices() {
  const read = useRead("me:devices", () => got(api.GET("/v1/me/devices")));
  const busy = useSignal(false);
  const all = useSignal(false);
  const end = async (ask: () => Promise<string>) => {
    if (busy.value) return;
    busy.value = true;
    try {
      say(await ask());
    } catch (error) {
      say(whyNot(error, t("offline")));
    }
    await read.again();
    busy.value = false;
  };
  const one = (device_id: string) =>
    end(async () => {
      await done(api.DELETE("/v1/me/devices/{device_id}", { params: { path: { device_id } } }));
      return t("device_out_said");
    });
  const others = () =>
    end(async () => t("devices_out_said", { n: (await got(api.POST("/v1/me/devices/sign-out-others"))).closed }));
  return (
    <section class="card stack" aria-labelledby="devices">
      <h2 id="devices">{t("devices")}</h2>
      <Shown read={read}>
        {(page) => (
          <>
            <ul class="devices">
              {page.items.slice(0, all.value ? page.items.length : FEW).map((each) => (
                <li key={each.id} class="row-head">
                  <div>
                    <p>
                      {each.name || t("device_unnamed")} {each.this && <span class="pill">{t("device_this")}</span>}
                    </p>
                    <p class="muted">{t("device_seen", { at: moment(each.last_seen_at) })}</p>
                  </div>
                  {!each.this && (
                    <button
                      type="button"
                      class="btn ghost small"
                      aria-disabled={busy.value}
                      aria-label={t("device_out_of", { name: each.name || t("device_unnamed") })}
                      onClick={() => void one(each.id)}
                    >
                      {t("device_out")}
                    </button>
                  )}
                </li>
              ))}
            </ul>
            {page.items.length > FEW && !all.value && (
              <button type="button" class="as-link" onClick={() => (all.value = true)}>
                {t("devices_all", { n: page.items.length })}
              </button>
            )}
            {page.items.length > 1 && (
              <button type="button" class="btn ghost wide" aria-disabled={busy.value} onClick={() => void others()}>
                {t("devices_out")}
              </button>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}
