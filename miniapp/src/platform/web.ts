/** The browser: PWA on a phone, a window on a desk. */
import { browserStore, locateByBrowser } from "./browser";
import type { Platform } from "./types";
import { updateReady } from "./update";

function watch(registration: ServiceWorkerRegistration): void {
  const offer = () => {
    const next = registration.waiting;
    if (!next || !navigator.serviceWorker.controller) return;
    updateReady.value = () => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      next.postMessage("take-over");
    };
  };
  offer();
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", offer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(() => undefined);
  });
}

export const web: Platform = {
  name: "web",
  store: browserStore,
  locate: locateByBrowser,
  onConnected(run) {
    addEventListener("online", run);
  },
  zaloToken: () => Promise.resolve(null),
  zaloPhone: null,
  scan: null,
  start() {
    if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
    navigator.serviceWorker.register("./sw.js").then(watch, () => undefined);
  },
};
