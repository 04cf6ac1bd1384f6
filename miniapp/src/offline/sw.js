// The service worker: keeps the app's own files, so that it opens without a network.
// API answers are kept by the page (with their time), never here; POST is never touched.
const NAME = "shell-__VERSION__";
const FILES = [/* __FILES__ */];

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })))));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("shell-") && name !== NAME).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
});

async function answer(request) {
  const cache = await caches.open(NAME);
  const kept = await cache.match(request.mode === "navigate" ? "./" : request, { ignoreVary: true });
  if (kept) return kept;
  const fresh = await fetch(request);
  if (fresh.ok && new URL(request.url).pathname.includes("/assets/")) await cache.put(request, fresh.clone());
  return fresh;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const scope = new URL(self.registration.scope);
  if (event.request.method !== "GET" || url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return;
  const path = url.pathname.slice(scope.pathname.length);
  const own = path === "" || path.startsWith("assets/") || /^(icon[\w-]*\.(svg|png)|manifest\.webmanifest)$/.test(path);
  if (own) event.respondWith(answer(event.request));
});

// A notice from our server: its title, where it opens, and a tag under which a second sending replaces the first.
self.addEventListener("push", (event) => {
  let note = {};
  try {
    note = event.data ? event.data.json() : {};
  } catch {
    note = {};
  }
  const { title = "Ngõ Số", url = "", tag = "", urgent = false } = note;
  event.waitUntil(
    self.registration.showNotification(title, { tag, data: { url }, icon: "icon-192.png", lang: "vi", requireInteraction: urgent }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  const scope = self.registration.scope;
  // Only a place in this app is opened, whatever the notice says.
  const hash = /#\/.*$/.exec(event.notification.data?.url ?? "")?.[0] ?? "#/tb";
  event.waitUntil(
    self.clients.matchAll({ type: "window", includeUncontrolled: true }).then(async (pages) => {
      const open = pages.find((page) => page.url.startsWith(scope));
      if (!open) return self.clients.openWindow(scope + hash);
      await open.navigate(scope + hash).catch(() => undefined);
      return open.focus();
    }),
  );
});
