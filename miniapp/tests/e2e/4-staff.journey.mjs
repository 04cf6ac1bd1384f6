// The staff's day: a handler takes, is overtaken by a colleague and sees it, answers and closes; an officer
// publishes a warning that citizens there see, and ends it; an administrator gives a role and takes it back.
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, same, until } from "./pages.mjs";
import { uuid7 } from "./uuid7.mjs";

export const name = "staff: a case with two editors, a warning and its end, a role given and taken";

const COMMUNE = { code: "19777", name: "Vỹ Dạ" };
const PHONE = "0912345678";

async function report(base) {
  const body = {
    id: uuid7(), category_code: "ha-tang.duong", description: "Nắp cống vỡ trước cổng trường", lat: 16.4712, lon: 107.6065, accuracy_m: 12,
    commune_code: COMMUNE.code, commune_confirmed: true, happened_at: new Date().toISOString(), anonymous: false, urgent: true, photo_count: 0, contact_phone: PHONE,
  };
  return call(base, "/v1/reports", { method: "POST", body: JSON.stringify(body) });
}

const token = async (base, role) => (await call(base, "/v1/auth/demo", { method: "POST", body: JSON.stringify({ role }) })).access_token;

async function handled(browser, base) {
  const { id, code, tracking_key } = await report(base);
  const officer = await token(base, "officer");
  const handler = await token(base, "handler");
  const found = await call(base, `/v1/agency/reports/${id}`, { token: officer });
  const mine = (await call(base, "/v1/me", { token: handler })).agencies[0].id;
  if (found.agency_id !== mine) {
    await call(base, `/v1/agency/reports/${id}/assign`, { method: "POST", token: officer, body: JSON.stringify({ version: found.version, agency_id: mine }) });
  }
  const page = await openPage(browser, base);
  await become(page, base, "handler");
  await page.evaluate(() => (location.hash = "#/xl"));
  await page.waitForSelector(`.case-line:has-text("${code}")`);
  await clean(page, "the agency's inbox");
  await page.click(`.case-line:has-text("${code}")`);
  await page.waitForSelector("text=Nắp cống vỡ trước cổng trường");
  const whole = await page.locator("body").innerText();
  if (whole.includes(PHONE) || whole.includes(PHONE.slice(-4))) throw new Error("the agency sees the reporter's number");
  await clean(page, "a case");
  await page.click("button:has-text('Nhận xử lý')");
  await page.waitForSelector("button:has-text('Trả lời kết quả')");

  // The reporter is asked: the clock stands still until the answer, and then the case is in hand again.
  await page.click("button:has-text('Hỏi người phản ánh')");
  await page.fill("#said", "Nắp cống số mấy?");
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Đồng hồ dừng từ");
  const asked = await call(base, `/v1/me/reports/${id}/reply`, { method: "POST", headers: { "X-Tracking-Key": tracking_key }, body: JSON.stringify({ note: "Nắp ngay cổng số 2" }) });
  same([asked.state, asked.paused_at], ["in_progress", null], "the case after the answer");
  await page.evaluate(() => (location.hash = "#/xl"));
  await page.click(`.case-line:has-text("${code}")`);
  await page.waitForSelector("text=Nắp ngay cổng số 2");

  // While the handler writes, a colleague passes the case on and it comes back: another version.
  await page.click("button:has-text('Trả lời kết quả')");
  await page.fill("#said", "Đã thay nắp cống mới lúc 9 giờ.");
  const now = await call(base, `/v1/agency/reports/${id}`, { token: officer });
  await call(base, `/v1/agency/reports/${id}/assign`, { method: "POST", token: officer, body: JSON.stringify({ version: now.version, agency_id: mine, note: "Ưu tiên trước giờ tan trường" }) });
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Phản ánh vừa được người khác cập nhật");
  await page.waitForSelector("text=Ưu tiên trước giờ tan trường");
  await clean(page, "a case that somebody else changed");
  const untouched = await call(base, `/v1/agency/reports/${id}`, { token: officer });
  same(untouched.answer, null, "the answer after a conflict");

  // Assigned again, the case may be answered at once (decision 0072): the words wait where they were typed.
  same(await page.inputValue("#said"), "Đã thay nắp cống mới lúc 9 giờ.", "the text kept through the conflict");
  await page.click("form button[type=submit]");
  await page.waitForSelector(".box.ok >> text=Đã thay nắp cống mới lúc 9 giờ.");
  await page.click("button:has-text('Kết thúc')");
  await page.click("form button[type=submit]");
  await page.waitForSelector("text=Bạn không cần làm gì thêm");
  const seen = await call(base, `/v1/me/reports/${id}`, { headers: { "X-Tracking-Key": tracking_key } });
  same([seen.state, seen.answer], ["closed", "Đã thay nắp cống mới lúc 9 giờ."], "what the citizen sees");
}

async function counted(browser, base) {
  const { code } = await report(base);
  const desk = await openPage(browser, base, { viewport: { width: 1280, height: 800 } });
  await become(desk, base, "officer");
  await desk.evaluate(() => (location.hash = "#/cb/phan-anh"));
  await desk.waitForSelector("tbody tr");
  await clean(desk, "reports by unit");
  for (const unit of await desk.locator("tbody th button").all()) {
    await unit.click();
    await desk.waitForSelector(".cases li");
    if (await desk.locator(`.case-line:has-text("${code}")`).count()) return desk;
  }
  throw new Error(`no unit has ${code}`);
}

async function warned(browser, base, desk) {
  await desk.evaluate(() => (location.hash = "#/cb/canh-bao/moi"));
  await desk.waitForSelector("#hazard option >> nth=1", { state: "attached" });
  await desk.click("button:has-text('Xem lại trước khi phát')");
  await desk.waitForSelector(".summary");
  await clean(desk, "a warning with gaps");
  const headline = `Nước sông Hương lên nhanh ${Date.now() % 100_000}`;
  await desk.selectOption("#hazard", { index: 1 });
  await desk.click("#level label.chip >> nth=2");
  await desk.fill("#communes-find", "vy da");
  await desk.click(`#communes label.chip:has-text("${COMMUNE.name}")`);
  await desk.fill("#headline", headline);
  await desk.fill("#instruction", "Đưa xe và đồ điện lên cao.\nKhông đi qua chỗ nước chảy xiết.");
  await desk.fill("#description", "Mực nước tại Kim Long vượt báo động 2 và còn lên.");
  await desk.click("button:has-text('Xem lại trước khi phát')");
  await desk.waitForSelector("h1:has-text('Kiểm tra lần cuối')");
  await clean(desk, "the last look at a warning");
  await desk.dblclick("button:has-text('Phát ngay')");
  await desk.waitForSelector(`h1:has-text("${headline}")`);
  await clean(desk, "a warning of ours");
  const { items } = await call(base, `/v1/alerts?commune=${COMMUNE.code}&active=true`);
  same(items.filter((alert) => alert.headline === headline).length, 1, "warnings published by two clicks");

  const phone = await openPage(browser, base);
  await phone.evaluate(([key, value]) => localStorage.setItem(key, value), ["home-commune", JSON.stringify({ ...COMMUNE, full_name: `Phường ${COMMUNE.name}` })]);
  await phone.reload();
  await phone.waitForSelector(".alert-strip");
  await phone.evaluate(() => (location.hash = "#/canh-bao"));
  await phone.waitForSelector(`main >> text=${headline}`);

  await desk.click("button:has-text('Hủy cảnh báo')");
  await desk.fill("#reason", "Nước đã rút dưới báo động 1.");
  await desk.click("button:has-text('Hủy ngay')");
  await desk.waitForSelector("text=Đã hủy lúc");
  await until("the warning to leave the active list", async () => {
    const left = await call(base, `/v1/alerts?commune=${COMMUNE.code}&active=true`);
    return !left.items.some((alert) => alert.headline === headline);
  });
  await desk.evaluate(() => (location.hash = "#/cb/canh-bao"));
  await desk.waitForSelector(`.card:has-text("${headline}")`);
  await clean(desk, "our warnings");
}

async function invited(desk) {
  await desk.evaluate(() => (location.hash = "#/cb"));
  await desk.click("a[href='#/cb/tin']");
  // The demo's two dead letters, the newest first: one is given up, one is sent again, and none is left to decide.
  await desk.waitForSelector("li.card:has-text('Máy chủ thư của người nhận nhiều lần chưa nhận thư')");
  await desk.waitForSelector("li.card:has-text('Máy chủ thư từ chối thư này') >> text=t••••@minh-hoa.invalid");
  await clean(desk, "dead letters");
  await desk.click("li.card >> nth=0 >> button:has-text('Thôi gửi')");
  await desk.click("li.card >> nth=0 >> .btn.danger");
  await until("the letter given up to go", async () => (await desk.locator("li.card").count()) === 1);
  await desk.click("button[aria-label='Gửi lại: Thư điện tử, Lời mời']");
  await desk.waitForSelector("main >> text=Không có tin nào bị kẹt");
  await desk.click("a[href='#/cb/moi']");
  await desk.waitForSelector("li.card:has-text('(dữ liệu minh hoạ)') >> text=đã gửi xong");
  await desk.click("a[href='#/cb/moi/moi']");
  await desk.click("button:has-text('Xem lại trước khi gửi')");
  await desk.waitForSelector(".summary");
  const name = `Lớp dịch vụ công ${Date.now() % 100_000}`;
  await desk.fill("#name", name);
  await desk.fill("#invitation", "19 giờ thứ Năm tại nhà văn hoá.\nMang theo điện thoại.");
  await desk.fill("#communes-find", "vy da");
  await desk.click(`#communes label.chip:has-text("${COMMUNE.name}")`);
  await desk.click("button:has-text('Xem lại trước khi gửi')");
  await desk.waitForSelector("text=Chưa đến 5 người sẽ nhận");
  await clean(desk, "the last look at an invitation");
  await desk.dblclick("button:has-text('Gửi lời mời')");
  // `li`: the last look is itself a card of this name, and still there until the list is read.
  await desk.waitForSelector(`li.card:has-text("${name}")`);
  same(await desk.locator(`li.card:has-text("${name}")`).count(), 1, "invitations sent by two clicks");
  await desk.click(`button[aria-label='Dừng gửi: ${name}']`);
  await desk.click(`.card:has-text("${name}") .btn.danger`);
  await desk.waitForSelector(`.card:has-text("${name}") >> text=đã dừng lúc`);
  await clean(desk, "our invitations");
}

async function granted(browser, base) {
  const phone = `091${String(Date.now()).slice(-7)}`;
  const { challenge_id, demo_code } = await call(base, "/v1/auth/otp", { method: "POST", body: JSON.stringify({ phone }) });
  const person = await call(base, "/v1/auth/otp/verify", { method: "POST", body: JSON.stringify({ challenge_id, code: demo_code }) });
  // Came in by a code only: the role is theirs, and waits for their second factor.
  const roles = async () => (await call(base, "/v1/me", { token: person.access_token })).waiting_roles;
  const page = await openPage(browser, base);
  await become(page, base, "admin");
  await page.evaluate(() => (location.hash = "#/qt"));
  await page.waitForSelector("summary");
  await page.click("summary");
  await page.click("#role label.chip:has-text('Cán bộ quản lý')");
  await page.fill("#phone", phone);
  await page.waitForSelector("#scope option[value='46']", { state: "attached" });
  await page.selectOption("#scope", "46");
  await clean(page, "giving a role");
  await page.click("form button[type=submit]");
  await until("the role to hold", async () => (await roles()).includes("officer"));
  await quiet(page);
  // They have no second factor yet: the administrator who would reset it is told so, and nothing changes.
  await page.locator("button:has-text('Đặt lại xác thực lớp hai')").first().click();
  await page.locator("form input[id^=factor]").fill("Đã gặp mặt");
  await clean(page, "resetting a second factor");
  await page.locator("form:has(input[id^=factor]) button[type=submit]").click();
  await page.waitForSelector("text=Người này chưa có xác thực lớp hai");
  await page.click("form:has(input[id^=factor]) button:has-text('Thôi')");
  await page.locator("button:has-text('Thu hồi')").first().click();
  await page.locator("form input[id^=reason]").fill("Giao nhầm người");
  await page.locator("form:has(input[id^=reason]) button[type=submit]").click();
  await until("the role to be gone", async () => !(await roles()).includes("officer"));
}

export async function run({ browser, base }) {
  await handled(browser, base);
  const desk = await counted(browser, base);
  await warned(browser, base, desk);
  await invited(desk);
  await granted(browser, base);
}
