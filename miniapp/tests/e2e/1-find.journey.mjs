// Finding a service in one's own words: typed without marks, suggested, opened, its papers ticked; all of it
// again without a network; words that mean several things; words that mean nothing; a moment of life; and
// what an officer learns of it.
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, same, until, visit } from "./pages.mjs";

export const name = "finding a service: suggestions, papers, offline, choices, nothing, a moment of life, the officer";

const COMMUNE = { code: "19777", name: "Vỹ Dạ", full_name: "Phường Vỹ Dạ" };
const BIRTH = "1.001193";

/** What the page says about searches; the server must take it. */
async function listen(page) {
  const counted = [];
  await page.route("**/v1/procedures/searches", async (route) => {
    const request = route.request();
    counted.push({ ...request.postDataJSON(), who: (await request.allHeaders()).authorization ?? null });
    const response = await route.fetch();
    if (response.status() !== 204) throw new Error(`counting: ${response.status()} ${await response.text()}`);
    return route.fulfill({ response });
  });
  return counted;
}

async function allowed(page, counted) {
  await visit(page, "/s?q=khai sinh");
  await page.waitForSelector("#may-count");
  await clean(page, "asking whether searches may be counted");
  await visit(page, "/");
  same(counted.length, 0, "searches counted before anybody said yes");
  await visit(page, "/s?q=khai sinh");
  await page.click("button:has-text('Cho phép')");
  await page.waitForSelector("#may-count", { state: "detached" });
  await visit(page, "/");
  await until("the search to be counted after the yes", () => counted.length === 1);
  counted.length = 0;
}

async function found(page, counted) {
  await page.click("#home-q");
  await page.waitForSelector(".begin >> text=Nhiều người cần");
  await clean(page, "home with the empty box open");
  await page.click("#home-q");
  await page.keyboard.type("khai sinh cho c", { delay: 40 });
  await page.waitForSelector(`[role=option]:has-text("Làm giấy khai sinh cho con"), [role=option]:has-text("khai sinh cho con")`);
  // Looked at anew while suggestions still come: a row that was just replaced has no height.
  await until("suggestions of 48 px and more", () =>
    page.evaluate(() => [...document.querySelectorAll("[role=option]")].every((row) => row.getBoundingClientRect().height >= 48)), { seconds: 5 });
  const size = await page.locator("#home-q").evaluate((box) => Number.parseFloat(getComputedStyle(box).fontSize));
  if (size < 16) throw new Error(`the box has ${size} px letters: phones zoom`);
  await clean(page, "home with suggestions");
  await page.fill("#home-q", "khai sinh cho con");
  await page.waitForSelector("[role=option] >> text=Xem mọi kết quả cho “khai sinh cho con”");
  const rows = await page.locator("[role=option]").allInnerTexts();
  const wanted = rows.findIndex((text) => /khai sinh cho con/i.test(text) && /làm giấy khai sinh cho con/i.test(text));
  if (wanted < 0) throw new Error(`no suggestion leads to the birth certificate: ${rows.join(" | ")}`);
  for (let n = 0; n <= wanted; n += 1) await page.press("#home-q", "ArrowDown");
  same(await page.getAttribute("#home-q", "aria-activedescendant"), `home-q-${wanted}`, "the suggestion the keys chose");
  await page.press("#home-q", "Enter");
  await page.waitForFunction((hash) => location.hash === hash, `#/s/${BIRTH}`);
  await quiet(page);
  same(counted.map((one) => [one.chosen, one.province, one.who]), [[BIRTH, "46", null]], "searches counted after one choice");
}

async function prepared(page) {
  const order = await page.locator("article h2").allInnerTexts();
  same(order.slice(0, 5), ["Làm trên mạng được không?", "Mất bao nhiêu tiền?", "Bao lâu có kết quả?", "Cần giấy tờ gì?", "Nộp tại quầy ở đâu?"], "the order of the answers");
  await page.waitForSelector("text=Trung tâm Phục vụ hành chính công phường Vỹ Dạ");
  const portal = await page.getAttribute("a.btn.wide[target=_blank]", "href");
  if (!portal.startsWith("https://dichvucong.gov.vn/") || !portal.includes(BIRTH)) throw new Error(`the portal is at ${portal}`);
  await page.locator(".papers input").nth(0).check();
  await page.locator(".papers input").nth(1).check();
  await page.waitForSelector("text=/Đã chuẩn bị 2\\/\\d/");
  await page.click("summary");
  await clean(page, "a procedure with ticks and its official text");
}

async function offline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await until("the screens kept on the phone", () => page.evaluate(async () => (await caches.keys()).some((key) => key.startsWith("shell-"))));
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
  await page.waitForSelector("text=/Đã chuẩn bị 2\\/\\d/");
  await page.waitForSelector("text=Không có mạng. Đang xem dữ liệu lúc");
  same(await page.locator(".papers input:checked").count(), 2, "ticks without a network");
  await visit(page, "/");
  await page.fill("#home-q", "ket hon");
  await page.waitForSelector(".suggested >> text=Không có mạng");
  await page.waitForSelector("[role=option]:has-text('kết hôn')");
  await page.press("#home-q", "Enter");
  await page.waitForSelector("text=đã lưu trên máy khớp");
  await page.context().setOffline(false);
}

async function alike(page, counted) {
  const before = counted.length;
  const real = await (await fetch(new URL("/v1/procedures?q=so%20do&limit=20", page.url()))).json();
  await page.route(/\/v1\/procedures\?.*q=so(\+|%20)do/, (route) => route.fulfill({ json: { ...real, ambiguous: true } }));
  await visit(page, "/s");
  await page.fill("#q", "so do");
  await page.press("#q", "Enter");
  await page.waitForSelector("h2:has-text('Bạn cần việc nào?')");
  const choices = await page.locator(".which a.card").count();
  if (choices < 2 || choices > 5) throw new Error(`${choices} choices`);
  await clean(page, "several choices");
  await page.locator(".which a.card").nth(1).click();
  await page.waitForFunction(() => /^#\/s\/[\d.]+$/.test(location.hash));
  same(counted.slice(before).map((one) => [one.q, one.chosen]), [["so do", real.items[1].code]], "what was counted of the choice");
  await page.goBack();
  await page.waitForSelector(".which a.card");
  same(await page.inputValue("#q"), "so do", "the words after going back");
  await visit(page, "/");
  same(counted.length, before + 1, "askings counted after going back");
}

async function nothing(page, counted) {
  const before = counted.length;
  await visit(page, "/s");
  await page.waitForSelector("text=Bạn tìm gần đây");
  await page.fill("#q", "qwrtzxkcv");
  await page.press("#q", "Enter");
  await page.waitForSelector(".empty a[href^='tel:']");
  await page.waitForSelector(".empty a[href='#/giup']");
  await clean(page, "nothing found");
  await until("the search in vain to be counted", () => counted.length > before, { seconds: 6 });
  same([counted[before].q, counted[before].found, counted[before].chosen], ["qwrtzxkcv", 0, null], "the search in vain");
  await page.fill("#q", "");
  await page.click("button:has-text('Xoá hết')");
  same(await page.evaluate(() => localStorage.getItem("recent-searches")), null, "recents after forgetting");
  await visit(page, "/toi");
  await page.click("label.tick:has-text('Góp số liệu tìm kiếm ẩn danh')");
  await visit(page, "/s");
  await page.fill("#q", "zzkqwx");
  await page.waitForSelector(".empty");
  await page.waitForTimeout(3_400);
  same(counted.length, before + 1, "askings counted after it was turned off");
}

async function born(page) {
  await visit(page, "/");
  await page.click(".often a:has-text('Sinh con')");
  await page.waitForFunction(() => location.hash === "#/viec/birth");
  await page.waitForSelector("h1:has-text('Sinh con')");
  await page.waitForSelector("text=Làm cùng một lần");
  await page.locator(".step-tick input").first().check();
  await page.waitForSelector("text=/Đã xong 1\\/\\d/");
  await clean(page, "a moment of life");
  await page.reload();
  await page.waitForSelector("text=/Đã xong 1\\/\\d/");
}

async function learned(browser, base) {
  // One person counts once a day: the figures are the server's own test's; here it is the screen that counts.
  const page = await openPage(browser, base);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await become(page, base, "officer");
  await visit(page, "/cb");
  await page.click("a[href='#/cb/tim-kiem']");
  await page.waitForSelector("h1:has-text('Người dân tìm gì')");
  await page.waitForSelector("text=dưới 5 lượt");
  await clean(page, "searches in vain, none yet");
  const items = [
    { query: "lam kt3 o dau", asked: 12, empty: 12, chosen: [] },
    { query: "giay di lai cho cho meo", asked: 7, empty: 5, chosen: [{ code: BIRTH, title: "Làm giấy khai sinh cho con", count: 5 }] },
  ];
  await page.route("**/v1/officer/searches?*", (route) => route.fulfill({ json: { as_of: new Date().toISOString(), days: 90, cut_off: 5, items, hidden: 31 } }));
  await page.click("label.chip:has-text('90 ngày')");
  await page.waitForSelector(".asked h3:has-text('lam kt3 o dau')");
  await page.waitForSelector("text=Đã ẩn 31 lượt tìm");
  await clean(page, "searches in vain");
  await page.click("button:has-text('Chép danh sách')");
  await page.waitForSelector("text=Đã chép 2 câu");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  if (!copied.includes("lam kt3 o dau\t12\t12")) throw new Error(`copied: ${copied}`);
  const stranger = await call(base, "/v1/auth/demo", { method: "POST", body: JSON.stringify({ role: "citizen" }) });
  const refused = await fetch(`${base}/v1/officer/searches?province=46`, { headers: { authorization: `Bearer ${stranger.access_token}` } });
  same(refused.status, 403, "a citizen asking for the officer's list");
}

export async function run({ browser, base }) {
  const page = await openPage(browser, base);
  const counted = await listen(page);
  await page.evaluate((place) => localStorage.setItem("home-commune", JSON.stringify(place)), COMMUNE);
  await page.reload();
  await page.waitForSelector("main h1");
  await allowed(page, counted);
  await found(page, counted);
  await prepared(page);
  await offline(page);
  await alike(page, counted);
  await nothing(page, counted);
  await born(page);
  await learned(browser, base);
}
