/** How a report leaves the outbox: the report, then each photo; safe to repeat at any point. */
import { api, got } from "../api/client";
import { asFailure, Refused } from "../api/failure";
import type { NewReport } from "../api/types";
import { isRefusal, type Item, type Kind, type Outcome } from "../offline/outbox";
import { words } from "../ui/words";
import { sendPhoto } from "./photo-upload";
import { mineByKey, rememberMine } from "./tracked";
import vi from "./vi.json";

const t = words(vi);

async function sendOne(item: Item, save: (item: Item) => Promise<void>): Promise<Outcome> {
  const body = item.body as NewReport;
  try {
    let known = await mineByKey(item.id);
    // An attempt before this one came so far: the network broke off, or the app was killed meanwhile.
    const again = known !== undefined || item.tries > 0;
    if (!known) {
      const receipt = await got(api.POST("/v1/reports", { body: { ...body, sent_at: new Date().toISOString() } }));
      known = {
        id: receipt.id,
        code: receipt.code,
        tracking_key: receipt.tracking_key,
        title: item.title,
        sent_at: new Date().toISOString(),
        due_at: receipt.due_at,
      };
      await rememberMine(known);
    }
    let latest = item;
    for (const photo of item.photos) {
      if (photo.sent) continue;
      await sendPhoto(item.id, photo.position, photo.blob, known.tracking_key, again);
      latest = { ...latest, photos: latest.photos.map((one) => (one.position === photo.position ? { ...one, sent: true } : one)) };
      await save(latest);
    }
    return { id: item.id, state: "sent", said: t("said_sent", { code: known.code }) };
  } catch (error) {
    const failure = asFailure(error);
    if (failure instanceof Refused && isRefusal(failure.status))
      return {
        id: item.id,
        state: "rejected",
        refusal: {
          status: failure.status,
          title: failure.problem.title,
          detail: failure.problem.detail ?? "",
          fields: failure.problem.errors ?? [],
        },
      };
    return { id: item.id, state: "later", reachable: failure instanceof Refused };
  }
}

export const reportKind: Kind = {
  async send(items, save) {
    const outcomes: Outcome[] = [];
    for (const item of items) {
      const outcome = await sendOne(item, save);
      outcomes.push(outcome);
      // No answer at all: the rest would wait as long for nothing.
      if (outcome.state === "later" && !outcome.reachable) break;
    }
    return outcomes;
  },
  fix: (item) => `/p/moi?sua=${item.id}`,
};
