// What a province sets itself, on its screens: a subject's deadline, the ladder, a ready answer, a CAP feed, a key.
import { clean } from "./axe.mjs";
import { become, call, openPage, same } from "./pages.mjs";

export const name = "settings: a subject, the ladder, a ready answer, a feed, a key";

const SUBJECT = "ha-tang.vien-thong";

export async function run({ browser, base }) {
  const page = await openPage(browser, base);
  await become(page, base, "admin");
  const go = (path) => page.evaluate((to) => (location.hash = to), `#${path}`);
  const token = await page.evaluate(() => JSON.parse(localStorage.getItem("session")).access_token);
  const subject = async () => (await call(base, "/v1/report-categories")).items.find((one) => one.code === SUBJECT);

  await go(`/qt/loai-viec/${SUBJECT}`);
  await page.fill("#finish_within", "0");
  await page.click("form button[type=submit]");
  await page.waitForSelector(".summary >> text=cần số nguyên từ 1 đến 1000");
  await page.waitForSelector(".summary >> text=Hãy ghi căn cứ hoặc lý do");
  await clean(page, "a subject with what is wrong");
  await page.fill("#finish_within", "1");
  await page.fill("#note", "Quyết định 12/QĐ-UBND");
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Đã thay đổi");
  same((await subject()).finish_within, 1, "the deadline after the change");
  await go("/qt/loai-viec");
  await page.waitForSelector("text=Quyết định 12/QĐ-UBND");

  await go("/qt/nhac-han");
  await page.fill("#percent-1", "80");
  await page.click("form button[type=submit]");
  await page.waitForSelector(".summary >> text=Bậc 2 phải muộn hơn bậc 1");
  await page.fill("#percent-1", "95");
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Đã lưu");
  const ladder = await call(base, "/v1/admin/report-ladder", { token });
  same(ladder.items.map((rung) => rung.at_percent), [80, 95, 150], "the ladder");

  await go("/mau-tra-loi");
  await page.click("button:has-text('Thêm câu soạn sẵn')");
  await page.fill("#title", "Đã đậy nắp cống");
  await page.fill("#body", "Đã đậy lại nắp cống, đi lại an toàn.");
  await clean(page, "writing a ready answer");
  await page.click("form button[type=submit]");
  await page.waitForSelector(".cards >> text=Đã đậy nắp cống");

  await go("/cb/canh-bao/nguon");
  await page.click("button:has-text('Nối nguồn tin CAP')");
  await page.fill("#feed-name", "kttv-thu");
  await page.fill("#feed-url", "http://127.0.0.1:9/cap.atom");
  await page.fill("#feed-senders", "canhbao@kttv.example");
  await page.click("label:has-text('Đang hỏi')");
  await clean(page, "connecting a feed");
  await page.click("form button[type=submit]");
  await page.waitForSelector(".cards >> text=kttv-thu");

  await go("/qt/khoa");
  await page.click("summary");
  await page.fill("#system", "mot-cua-thu");
  await page.fill("#key-name", "Máy chủ thử");
  await page.click("#scopes label:has-text('Ghi hồ sơ')");
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Chỉ hiện một lần");
  await clean(page, "a key just made");
  await page.click("button:has-text('Đã chép, cất đi')");
  await page.click("button[aria-label='Thu hồi: Máy chủ thử']");
  await page.click("button:has-text('Thu hồi ngay')");
  await page.waitForSelector(".cards >> text=Đã hết hiệu lực");
}
