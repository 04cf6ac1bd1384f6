// The Zalo bundle where Zalo puts it: under https://h5.zdn.vn/zapps/<id>/, in a page Zalo writes around
// #app from app-config.json, calling our API across origins; no service worker, nothing from elsewhere.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { clean } from "./axe.mjs";
import { call, crashes, openPage, quiet, same, visit } from "./pages.mjs";
import { ROOT } from "./server.mjs";

export const name = "the Zalo Mini App bundle, under Zalo's address; one person by Zalo and by phone";

const HOST = "https://h5.zdn.vn";
const UNDER = "/zapps/1234567890123456789/";
// A page of a public address may not call this machine: our API has a public name too, led to the real one.
const API = "https://api.ngo-so.example";
const KINDS = { js: "text/javascript", css: "text/css" };

function pageOf(config) {
  const styles = config.listCSS.map((file) => `<link rel="stylesheet" href="${UNDER}${file}">`);
  const scripts = config.listSyncJS.map((file) => `<script type="module" src="${UNDER}${file}"></script>`);
  return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${config.app.title}</title>${styles.join("")}</head><body><div id="app"></div>${scripts.join("")}</body></html>`;
}

/** A window of Zalo on the bundle; `sdk` stands in for the SDK, whose native side no browser has. */
async function opened(browser, base, folder, config, sdk = null) {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "vi-VN" });
  const page = await context.newPage();
  if (process.env.E2E_LOUD) page.on("console", (message) => console.log(message.text()));
  // The SDK itself, without its native side, leaves plain objects rejected; ours are Errors.
  page.on("pageerror", (error) => error.name && crashes.push(error));
  const elsewhere = [];
  await context.route("**/*", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === API) {
      const headers = { ...(await route.request().allHeaders()), origin: HOST };
      return route.fulfill({ response: await route.fetch({ url: `${base}${url.pathname}${url.search}`, headers }) });
    }
    if (url.origin !== HOST || !url.pathname.startsWith(UNDER)) {
      elsewhere.push(url.href);
      return route.abort();
    }
    const file = url.pathname.slice(UNDER.length);
    if (!file) return route.fulfill({ contentType: "text/html", body: pageOf(config) });
    if (sdk && /zalo-sdk\./.test(file)) return route.fulfill({ contentType: KINDS.js, body: sdk });
    if (!existsSync(join(folder, file))) return route.fulfill({ status: 404 });
    return route.fulfill({ contentType: KINDS[file.split(".").pop()] ?? "text/plain", body: readFileSync(join(folder, file)) });
  });
  return { context, page, elsewhere };
}

/** The SDK as it answers inside Zalo; what it hands out comes from the local Zalo the API asks. */
const SDK = `
export const getAccessToken = () => Promise.resolve("tok-1001");
export const getPhoneNumber = async () => ({ token: await window.handedByZalo("phone?user=1001&number=84912345678") });
export const getLocation = async () => ({ token: await window.handedByZalo("location?user=1001&lat=16.4779&lon=107.6112") });
export const nativeStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };
export const onNetworkStatusChange = () => undefined;
export const scanQRCode = () => Promise.reject(undefined);
`;

/** Inside Zalo: come in, share the number, put the pin, and be forgotten when consent is revoked there. */
async function live({ browser, base, zalo, folder, config }) {
  const { context, page, elsewhere } = await opened(browser, base, folder, config, SDK);
  await page.exposeFunction("handedByZalo", async (what) => (await (await fetch(`${zalo}/fake/${what}`)).json()).code);
  await page.goto(`${HOST}${UNDER}`);
  await page.waitForSelector("h1:has-text('Bạn cần làm gì?')");
  await visit(page, "/toi");
  await page.click("button:has-text('Đăng nhập bằng Zalo')");
  await page.click("button:has-text('Chia sẻ số điện thoại từ Zalo')");
  await page.waitForSelector("text=0•• ••• •678");
  same(await page.locator("button:has-text('Chia sẻ số điện thoại từ Zalo')").count(), 0, "asked once");
  await visit(page, "/p/moi");
  await page.click("button:has-text('Lấy vị trí của tôi')");
  await page.waitForSelector("g.pin");
  same(await page.locator(".where-gps + [role=status].error").count(), 0, "no trouble with the place");
  same(elsewhere.filter((url) => !/\/favicon\.ico$/.test(url)), [], "requests elsewhere");
  const signedIn = () => page.evaluate(() => JSON.parse(localStorage.getItem("session") ?? "null"));
  const { access_token } = await signedIn();
  const me = () => fetch(`${base}/v1/me`, { headers: { Authorization: `Bearer ${access_token}` } });
  same((await me()).status, 200, "known before");
  await fetch(`${zalo}/fake/revoke?user=1001`);
  for (let tries = 0; tries < 100 && (await me()).status === 200; tries += 1) await new Promise((resolve) => setTimeout(resolve, 200));
  same((await me()).status, 401, "forgotten after revoking in Zalo");
  await context.close();
}

/** One person came in by phone before, by Zalo now: from the Zalo session the number's code makes both one. */
async function joined({ browser, base }) {
  const post = (path, body) => call(base, path, { method: "POST", body: JSON.stringify(body) });
  const phone = `091${String(Date.now()).slice(-7)}`;
  const asked = await post("/v1/auth/otp", { phone });
  const before = await post("/v1/auth/otp/verify", { challenge_id: asked.challenge_id, code: asked.demo_code });
  const session = await post("/v1/auth/zalo", { zalo_access_token: "tok-1002" });
  const page = await openPage(browser, base);
  await page.evaluate((value) => localStorage.setItem("session", value), JSON.stringify(session));
  await page.reload();
  await visit(page, "/toi");
  await page.click("a:has-text('Nối thêm')");
  await page.fill("#phone", phone);
  await page.click("form button[type=submit]");
  const shown = await page.locator("form .box.wait").innerText();
  await page.fill("#otp", shown.match(/\d{6}/)[0]);
  await quiet(page);
  await clean(page, "joining two accounts");
  await page.click("button:has-text('Nối số này')");
  await page.waitForSelector("text=Bạn không cần làm gì thêm");
  const again = await post("/v1/auth/otp", { phone });
  const after = await post("/v1/auth/otp/verify", { challenge_id: again.challenge_id, code: again.demo_code });
  same([after.me.id, after.me.linked], [session.me.id, ["phone", "zalo"]], "the one account both ways lead to");
  const old = await fetch(`${base}/v1/auth/refresh`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ refresh_token: before.refresh_token }) });
  same(old.status, 401, "the session of the account that was absorbed");
}

export async function run({ browser, base, zalo }) {
  const folder = mkdtempSync(join(tmpdir(), "ngo-so-zalo-"));
  try {
    const vite = join(ROOT, "miniapp/node_modules/vite/bin/vite.js");
    execFileSync(process.execPath, [vite, "build", "--mode", "zalo", "--outDir", folder, "--logLevel", "error"], {
      cwd: join(ROOT, "miniapp"),
      env: { ...process.env, API_URL: API },
    });
    const config = JSON.parse(readFileSync(join(folder, "app-config.json"), "utf8"));
    const { context, page, elsewhere } = await opened(browser, base, folder, config);
    const asked = await fetch(`${base}/v1/me/messages`, {
      method: "OPTIONS",
      headers: { origin: HOST, "access-control-request-method": "GET", "access-control-request-headers": "authorization" },
    });
    same([asked.ok, asked.headers.get("access-control-allow-origin")], [true, HOST], "the API lets Zalo's page call it");
    await page.goto(`${HOST}${UNDER}`);
    await page.waitForSelector("h1:has-text('Bạn cần làm gì?')");
    same(await page.evaluate(() => document.documentElement.lang), "vi", "the page's language");
    await page.fill("#home-q", "khai sinh");
    await page.press("#home-q", "Enter");
    await page.waitForSelector("ul.cards a.card");
    await visit(page, "/gan");
    await page.waitForSelector("main h1");
    await visit(page, "/toi");
    await page.waitForSelector("button:has-text('Đăng nhập bằng Zalo')");
    // Outside a real Zalo the SDK rejects with nothing: that must be a sentence, not a crash.
    await page.click("button:has-text('Đăng nhập bằng Zalo')");
    await page.waitForSelector(".box.bad", { timeout: 30_000 });
    same(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length)), 0, "service workers");
    same(new URL(page.url()).pathname, UNDER, "the path");
    same(elsewhere.filter((url) => !/\/favicon\.ico$|h5\.zalo\.me|zalo/.test(url)), [], "requests elsewhere");
    await context.close();
    if (zalo) await live({ browser, base, zalo, folder, config });
    if (zalo) await joined({ browser, base });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
