// Every screen of volunteer, handler, officer and administrator under axe: light and dark, both sizes.
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, visit } from "./pages.mjs";
import { SCREENS } from "./routes.mjs";
import { uuid7 } from "./uuid7.mjs";

export const name = "staff: every screen under axe, light and dark";

async function caseId(base) {
  const body = {
    id: uuid7(), category_code: "ha-tang.duong", lat: 16.4712, lon: 107.6065, commune_code: "19777", commune_confirmed: false,
    happened_at: new Date().toISOString(), anonymous: true, photo_count: 0,
  };
  return (await call(base, "/v1/reports", { method: "POST", body: JSON.stringify(body) })).id;
}

async function walked(page) {
  await visit(page, "/tn/ho");
  await page.locator(".door").first().click();
  await page.waitForFunction(() => /#\/tn\/ho\/[0-9a-f-]{36}$/.test(location.hash));
  await quiet(page);
  await clean(page, "a house");
  const house = await page.evaluate(() => location.hash.slice(1));
  for (const path of [`${house}/nguoi`, `${house}/sua`]) {
    await visit(page, path);
    await clean(page, path);
  }
  await visit(page, `${house}/nguoi`);
  await page.click("form button[type=submit]");
  await page.waitForSelector(".summary");
  await clean(page, "an adult with gaps");
}

/** Doors are taken, printed, and a line of the sheet is typed in; typed again, it is the same visit. */
async function onPaper(page) {
  await visit(page, "/tn/di");
  await page.click("button:has-text('nhà đầu')");
  await page.click("button:has-text('In phiếu giấy')");
  const code = await page.locator(".paper code").first().innerText();
  await clean(page, "a sheet of paper");
  for (const typed of ["Kết quả", "đã nhập lúc"]) {
    await visit(page, "/tn/giay");
    await page.fill("#code", code.replace(/-/g, " "));
    await page.click("button:has-text('Tìm dòng này')");
    await page.waitForSelector(`main :text("${typed}")`);
    if (typed !== "Kết quả") continue;
    await page.fill("#at", "00:00");
    await page.fill("#minutes", "0");
    await page.click('fieldset[id="result"] label.chip:has-text("Vắng")');
    await page.click("button:has-text('Lưu dòng này')");
    await page.waitForFunction(() => document.querySelector("#code").value === "");
  }
}

/** The last screen visited is the team: taking in without a number, taking out with its question. */
async function led(page) {
  await page.click('button:has-text("Nhận người vào tổ")');
  await page.click('form button:has-text("Nhận vào tổ")');
  await page.click('button:has-text("Đưa ra khỏi tổ")');
  await page.waitForSelector('form button:has-text("Đưa ra ngay")');
  await clean(page, "a member to be taken out");
}

/** The list of grants by role and by name. */
async function found(page) {
  await page.click('form[role=search] label.chip:has-text("Tổ trưởng")');
  await page.fill("#find", "to truong demo");
  await page.click('form[role=search] button[type=submit]');
  await page.waitForFunction(() => document.querySelectorAll("ul.cards > li").length === 1);
  await clean(page, "grants found");
}

async function coverage(page) {
  for (const words of ["Bảng", "Sơ đồ", "Biểu đồ"]) {
    await visit(page, "/cb");
    await page.click(`label.chip:has-text("${words}")`);
    await quiet(page);
    await clean(page, `coverage as ${words}`);
  }
}

export async function run({ browser, base }) {
  const id = await caseId(base);
  for (const role of ["volunteer", "team_leader", "handler", "officer", "admin"]) {
    const page = await openPage(browser, base);
    await become(page, base, role);
    for (const path of SCREENS[role]) {
      await visit(page, path);
      await clean(page, `${path} (${role})`);
    }
    if (role === "volunteer") {
      await walked(page);
      await onPaper(page);
    }
    if (role === "team_leader") await led(page);
    if (role === "admin") await found(page);
    if (role === "officer") {
      await coverage(page);
      await visit(page, `/xl/${id}`);
      await clean(page, "a case");
    }
    await page.context().close();
  }
  const stranger = await openPage(browser, base);
  for (const path of ["/tn", "/xl", "/cb", "/qt"]) {
    await visit(stranger, path);
    await clean(stranger, `${path} for a stranger`);
  }
}
