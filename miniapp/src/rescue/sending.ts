/** How a call for help leaves the phone: the first 200 bytes, then all of it; without a token, so that nothing can hold it up. */
import { asFailure, Refused, Unreachable } from "../api/failure";
import { isRefusal, type Kind, type Outcome } from "../offline/outbox";
import { words } from "../ui/words";
import { bytesOf, type Call, first, whole } from "./compact";
import { remember } from "./mine";
import type { Receipt } from "./shapes";
import vi from "./vi.json";

const t = words(vi);
/** On 2G a packet of this size takes seconds; after that another try is worth more. */
const PATIENCE = 15_000;

async function packet(call: Call): Promise<Receipt> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  try {
    const answer = await fetch(`${__API_URL__}/v1/sos`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(call),
      credentials: "omit",
      signal: stop.signal,
    });
    if (answer.ok) return (await answer.json()) as Receipt;
    throw new Refused(answer.status, { type: "", title: answer.statusText, status: answer.status }, null);
  } catch (error) {
    throw error instanceof Refused ? error : new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}

/** Sends a call; resolves at the answer to the first packet, the rest follows. */
export async function post(call: Call): Promise<Receipt> {
  const short = first(call);
  const receipt = await packet(short);
  await remember({ call, at: receipt.received_at, number: receipt.number, key: receipt.tracking_key });
  const all = whole(call);
  if (bytesOf(all) > bytesOf(short)) await packet(all);
  return receipt;
}

export const sosKind: Kind = {
  async send(items) {
    const outcomes: Outcome[] = [];
    for (const { id, body } of items) {
      try {
        const receipt = await post(body as Call);
        outcomes.push({ id, state: "sent", said: t("said_sent", { number: receipt.number }) });
      } catch (error) {
        const failure = asFailure(error);
        if (failure instanceof Refused && isRefusal(failure.status))
          outcomes.push({ id, state: "rejected", refusal: { status: failure.status, title: t("refused"), detail: t("refused_hint"), fields: [] } });
        else outcomes.push({ id, state: "later", reachable: failure instanceof Refused });
      }
    }
    return outcomes;
  },
  fix: () => "/sos",
};
