// Journey 1: search without marks, open the procedure, follow a dossier, its state changes, the message comes;
// a question to the agency is answered at its desk; the applicant sees who follows and ends it.
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, same, until, visit } from "./pages.mjs";
import { API_KEY } from "./server.mjs";

export const name = "journey 1: from a search to a message about the dossier";

const PHONE = "0987650112";

function change(code, sequence, state_code, minutes) {
  return {
    event_id: `${code}-${sequence}`,
    sequence,
    occurred_at: new Date(Date.now() - minutes * 60_000).toISOString(),
    state_code,
    procedure_code: "1.001193",
    procedure_name: "Đăng ký khai sinh",
    agency_code: "46-do-thi",
    applicant_phone: PHONE,
    filed_by: "self",
  };
}

export async function run({ browser, base }) {
  const code = `E2E.12-${Date.now()}`;
  const tell = (...rest) =>
    call(base, `/v1/integration/dossiers/${code}`, { method: "PUT", key: API_KEY, body: JSON.stringify(change(code, ...rest)) });
  await tell(1, "1", 30);
  await tell(2, "2", 20);

  const page = await openPage(browser, base);
  await page.fill("#home-q", "dang ky khai sinh");
  await page.press("#home-q", "Enter");
  await page.waitForSelector("ul.cards a.card");
  const first = page.locator("ul.cards a.card").first();
  if (!/#\/s\/1\.001193$/.test(await first.getAttribute("href"))) throw new Error(`first hit is ${await first.innerText()}`);
  await first.click();
  await page.waitForFunction(() => location.hash === "#/s/1.001193");
  await quiet(page);
  await page.click("text=Tôi đã nộp, theo dõi hồ sơ");
  await page.waitForSelector("#code");

  // A stranger may look it up, with both halves only.
  await page.fill("#code", code);
  await page.fill("#last4", "0000");
  await page.click("button:has-text('Xem hồ sơ')");
  await page.waitForSelector(".box.bad");
  same(await page.locator(".timeline").count(), 0, "timeline with a wrong phone");
  await page.fill("#last4", PHONE.slice(-4));
  await page.click("button:has-text('Xem hồ sơ')");
  await page.waitForSelector(".timeline li.now >> text=Được tiếp nhận");
  same(page.url().includes(PHONE.slice(-4)), false, "phone digits in the address");

  // Signing in with the phone and the code the demo shows.
  await page.click("text=Đăng nhập để được báo khi hồ sơ có thay đổi");
  await page.waitForSelector("#phone");
  await page.fill("#phone", `091${String(Date.now()).slice(-7)}`);
  await page.click("button:has-text('Nhận mã')");
  const shown = await page.locator("text=DEMO: mã của bạn là").innerText();
  await page.fill("#otp", /(\d{6})/.exec(shown)[1]);
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Đăng xuất");

  await page.evaluate(() => (location.hash = "#/hs"));
  await page.waitForSelector("#code");
  await page.fill("#code", code);
  await page.fill("#last4", PHONE.slice(-4));
  await page.click("button:has-text('Xem hồ sơ')");
  await page.click("button:has-text('Báo tôi khi có thay đổi')");
  await page.waitForFunction(() => /^#\/hs\/[0-9a-f-]{36}$/.test(location.hash));
  await page.waitForSelector(".timeline li.now >> text=Được tiếp nhận");
  const unreadBefore = await page.locator(".bar .dot").count();
  same(unreadBefore, 0, "unread messages before the change");

  await tell(3, "4", 0);
  await page.evaluate(() => (location.hash = "#/tb"));
  await until("the message in the inbox", async () => {
    await page.reload();
    await quiet(page);
    return page.locator(".message.new").count();
  });
  const message = page.locator(".message.new").first();
  const text = await message.innerText();
  if (!text.includes("Đang xử lý")) throw new Error(`the message does not tell the new state: ${text}`);
  same(await page.locator(".bar .dot").innerText(), "1", "the bell");
  await message.click();
  await page.waitForFunction(() => /^#\/hs\/[0-9a-f-]{36}$/.test(location.hash));
  await page.waitForSelector(".timeline li.now >> text=Đang xử lý");
  await page.waitForFunction(() => !document.querySelector(".bar .dot"), null, { timeout: 10_000 });

  await askedAndAnswered({ browser, base, page, code });
  await ended({ browser, base, page, code });
}

async function askedAndAnswered({ browser, base, page, code }) {
  await page.click("summary:has-text('Hỏi cơ quan về hồ sơ này')");
  await page.fill("#question", "Tôi đến nhận thay con gái được không?");
  await page.click("button:has-text('Gửi đến cơ quan')");
  await page.waitForSelector(".box.wait >> text=Tôi đến nhận thay con gái được không?");
  await clean(page, "a dossier with a question");

  const desk = await openPage(browser, base);
  await become(desk, base, "handler");
  await visit(desk, "/hs-hoi");
  const card = desk.locator(`li.card:has-text("${code}")`);
  await card.waitFor();
  await clean(desk, "the desk of questions");
  await card.locator("textarea").fill("Được, mang theo giấy hẹn và căn cước của bà.");
  await card.locator("button[type=submit]").click();
  await card.waitFor({ state: "detached" });

  await page.click("button:has-text('Cập nhật')");
  await page.waitForSelector(".timeline li.answer >> text=Được, mang theo giấy hẹn và căn cước của bà.");
}

async function ended({ browser, base, page, code }) {
  const asked = await call(base, "/v1/auth/otp", { method: "POST", body: JSON.stringify({ phone: PHONE }) });
  const body = JSON.stringify({ challenge_id: asked.challenge_id, code: asked.demo_code });
  const session = await call(base, "/v1/auth/otp/verify", { method: "POST", body });
  const owner = await openPage(browser, base);
  await owner.evaluate((value) => localStorage.setItem("session", value), JSON.stringify(session));
  await owner.reload();
  const mine = await call(base, "/v1/me/dossiers", { token: session.access_token });
  const { id } = mine.items.find((one) => one.code === code);
  await visit(owner, `/hs/${id}/ai-xem`);
  await owner.waitForSelector("text=Theo dõi bằng mã và 4 số cuối");
  await clean(owner, "who follows");
  await owner.click("button:has-text('Dừng')");
  await owner.waitForSelector("text=Bạn đã dừng");
  await page.click("button:has-text('Cập nhật')");
  await page.waitForSelector("text=Không tìm thấy hồ sơ");
}
