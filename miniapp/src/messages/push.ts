/** Notifications of this browser: asked for by a tap, registered with us, taken back as easily. */
import { api, done, got } from "../api/client";

/** Why this browser cannot, in the words of the catalogue; null when it can. */
export function cannotPush(): "push_none" | "push_install" | "push_denied" | null {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window)) {
    // iPhones have it only for what stands on the home screen.
    return /iPhone|iPad/.test(navigator.userAgent) ? "push_install" : "push_none";
  }
  return Notification.permission === "denied" ? "push_denied" : null;
}

function bytesOf(key: string): Uint8Array<ArrayBuffer> {
  const raw = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(raw, (char) => char.charCodeAt(0));
}

async function registration(): Promise<ServiceWorkerRegistration | null> {
  return "serviceWorker" in navigator ? ((await navigator.serviceWorker.getRegistration()) ?? null) : null;
}

/** The subscription of this browser, if it has one. */
export async function subscribed(): Promise<PushSubscription | null> {
  const found = await registration();
  return found && "pushManager" in found ? found.pushManager.getSubscription() : null;
}

/** Asks the browser, then tells us. False when the person said no. */
export async function switchOn(key: string): Promise<boolean> {
  if ((await Notification.requestPermission()) !== "granted") return false;
  const found = await registration();
  if (!found) return false;
  const made = await found.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(key) });
  const { endpoint, keys } = made.toJSON();
  if (!endpoint || !keys?.["p256dh"] || !keys["auth"]) return false;
  await got(api.POST("/v1/me/push-subscriptions", { body: { endpoint, keys: { p256dh: keys["p256dh"], auth: keys["auth"] } } }));
  return true;
}

/** Takes it back, here and with us. */
export async function switchOff(): Promise<void> {
  const found = await subscribed();
  if (!found) return;
  await done(api.DELETE("/v1/me/push-subscriptions", { body: { endpoint: found.endpoint } }));
  await found.unsubscribe();
}
