// Small words for driving the app.

/** Errors no screen caught: any of them fails the journey. */
export const crashes = [];

/** A page of its own: own storage, no cache of others. */
export async function openPage(browser, base, options = {}) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN", timezoneId: "Asia/Ho_Chi_Minh", ...options });
  const page = await context.newPage();
  page.on("pageerror", (error) => crashes.push(error));
  await page.goto(`${base}/`);
  await page.waitForSelector("main h1");
  return page;
}

export async function visit(page, path) {
  await page.evaluate((to) => (location.hash = to), `#${path}`);
  // What comes after "?" is the screen's own to write anew; some screens lead on to another.
  const there = encodeURI(`#${path.split("?")[0]}`);
  await page.waitForFunction((to) => location.hash.split("?")[0] === to && !document.querySelector(".slow"), there, { timeout: 5_000 }).catch(() => undefined);
  // The old screen stays until the new one is fetched.
  await quiet(page, 200);
}

/** Nothing is loading any more, fonts are there, and nothing has changed for a moment. */
export async function quiet(page, still = 80) {
  const came = await page.evaluate(
    ([calm, patience]) =>
      new Promise((resolve) => {
        const end = Date.now() + patience;
        let changed = Date.now();
        const watch = new MutationObserver(() => (changed = Date.now()));
        watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        const look = () => {
          const there = document.querySelector("main h1, main h2") && !document.querySelector(".loading, .slow") && document.fonts.status === "loaded";
          const done = there && Date.now() - changed >= calm;
          if (!done && Date.now() < end) return setTimeout(look, 20);
          watch.disconnect();
          return resolve(Boolean(done));
        };
        look();
      }),
    [still, 20_000],
  );
  if (!came) throw new Error(`still loading or changing after 20 s: ${page.url()}`);
}

/** A session without touching the sign-in screen (which has its own test). */
export async function become(page, base, role) {
  const response = await fetch(`${base}/v1/auth/demo`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ role }) });
  if (!response.ok) throw new Error(`demo sign-in as ${role}: ${response.status}`);
  const session = await response.json();
  await page.evaluate(
    ([value, mode]) => {
      localStorage.setItem("session", value);
      localStorage.setItem("mode", mode);
    },
    // Who leads a team has the tabs of who walks with it.
    [JSON.stringify(session), role === "team_leader" ? "volunteer" : role],
  );
  await page.goto(`${base}/#/`);
  await page.reload();
  await page.waitForSelector("main h1");
  return session;
}

export async function call(base, path, { token, key, ...options } = {}) {
  const headers = { "content-type": "application/json", ...(token ? { authorization: `Bearer ${token}` } : {}), ...(key ? { "x-api-key": key } : {}), ...options.headers };
  const response = await fetch(`${base}${path}`, { ...options, headers });
  const text = await response.text();
  if (!response.ok) throw new Error(`${options.method ?? "GET"} ${path}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : null;
}

/** Asks until it is so; says what was being waited for when it never is. */
export async function until(what, ask, { seconds = 30, every = 250 } = {}) {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}

export function same(found, wanted, what) {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) throw new Error(`${what}: wanted ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
}
