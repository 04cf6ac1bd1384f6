/** Calling for help from this phone: kept first, tried at once and again and again, ahead of everything that waits. */
import { signal } from "@preact/signals";
import { drop, put } from "../offline/outbox";
import { say } from "../ui/say";
import { words } from "../ui/words";
import type { Call } from "./compact";
import { mine, remember, rememberPhone } from "./mine";
import { post } from "./sending";
import vi from "./vi.json";

const t = words(vi);
const WAITS = [0, 2_000, 4_000, 8_000, 15_000];
const LATER = 20_000;
const MOST = 90;

/** Ids of the calls this page is trying to send. */
export const trying = signal<string[]>([]);

export async function callForHelp(call: Call): Promise<void> {
  const known = mine.value.find((one) => one.call.id === call.id);
  await remember({ call, at: known?.at ?? new Date().toISOString(), number: known?.number ?? null, key: known?.key ?? null });
  await rememberPhone(call.phone);
  // Whatever happens to this page, the outbox sends it; the server knows it by its id.
  await put({ id: call.id, kind: "sos", title: t("queued_title"), body: call, photos: [] });
  trying.value = [...trying.value, call.id];
  for (let turn = 0; turn < MOST; turn += 1) {
    const wait = WAITS[turn] ?? LATER;
    if (wait) await new Promise((go) => setTimeout(go, wait));
    // Given up by the person, or sent by the outbox meanwhile.
    if (!mine.value.some((one) => one.call.id === call.id)) break;
    if (await arrived(call)) break;
  }
  trying.value = trying.value.filter((id) => id !== call.id);
}

async function arrived(call: Call): Promise<boolean> {
  try {
    const receipt = await post(call);
    await drop(call.id);
    say(t("said_sent", { number: receipt.number }));
    return true;
  } catch {
    return false;
  }
}
