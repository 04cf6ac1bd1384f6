// The app as something installed: opens without a network after one visit, finds procedures and communes
// kept on the phone, and asks nobody else for anything.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { openPage, same, until, visit } from "./pages.mjs";
import { ROOT } from "./server.mjs";

export const name = "installable, and open without a network";

export async function run({ browser, base }) {
  const manifest = JSON.parse(readFileSync(join(ROOT, "miniapp/public/manifest.webmanifest"), "utf8"));
  for (const icon of manifest.icons) {
    const response = await fetch(new URL(icon.src, `${base}/`));
    same([response.status, response.headers.get("content-type").split(";")[0]], [200, icon.type], icon.src);
  }
  const page = await openPage(browser, base);
  const foreign = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(base) && /^http/.test(request.url())) foreign.push(request.url());
  });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await until("the procedures kept on the phone", () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open("ngo-so");
          open.onsuccess = () => {
            const one = open.result.transaction("kv").objectStore("kv").get("prefetched-procedures");
            one.onsuccess = () => {
              open.result.close();
              resolve(Boolean(one.result));
            };
          };
        }),
    ),
  );
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector("h1:has-text('Bạn cần làm gì?')");
  await page.fill("#home-q", "dang ky khai sinh");
  await page.press("#home-q", "Enter");
  await page.waitForSelector("text=đã lưu trên máy khớp");
  await page.waitForSelector("ul.cards a[href='#/s/1.001193']");
  await visit(page, "/");
  await page.click(".place");
  await page.waitForSelector("#place-q");
  await page.fill("#place-q", "phu xuan");
  await page.click("button:has-text('Phường Phú Xuân')");
  await page.waitForSelector(".place:has-text('Phường Phú Xuân')");
  for (const path of ["/sos", "/hs", "/p", "/gan", "/toi", "/canh-bao", "/cho-gui", "/giup"]) {
    await visit(page, path);
    await page.waitForSelector("main h1, main .empty");
    same(await page.locator("text=Chưa mở được trang này").count(), 0, `${path} without a network`);
  }
  // A call for help without a network: 112, a text message composed, and it leaves by itself when there is one.
  await visit(page, "/sos");
  await page.waitForSelector("a.call-112[href='tel:112']");
  await page.check("input[name='what'][value='roof']");
  await page.click(".sos-send");
  await page.waitForSelector("a[href^='sms:112?&body=SOS']");
  await page.context().setOffline(false);
  await page.waitForSelector(".sos-number");
  same(foreign, [], "requests to others");
}
