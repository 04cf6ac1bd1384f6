// Journey 3: a volunteer walks without a network, logs five visits, some houses twice; the first upload's
// answer is lost, so everything is sent twice; the officer's coverage counts each adult once.
import { gunzipSync } from "node:zlib";
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, same, until } from "./pages.mjs";

export const name = "journey 3: five visits offline, sent twice, each adult counted once";

const COMMUNE = "19777";

async function coverage(base) {
  const { access_token: token } = await call(base, "/v1/auth/demo", { method: "POST", body: JSON.stringify({ role: "officer" }) });
  const report = await call(base, "/v1/outreach/coverage?province=46", { token });
  const { adults_registered, adults_reached, adults_assessed, know_and_can, visits } = report.communes.find((row) => row.commune_code === COMMUNE);
  return { adults_registered, adults_reached, adults_assessed, know_and_can, visits };
}

/** Taps on the screen, counted and timed: no keyboard on the way. */
function taps(page) {
  const count = { taps: 0, keys: 0, started: performance.now() };
  const tap = async (selector) => {
    count.taps += 1;
    await page.click(selector);
  };
  const seconds = () => (performance.now() - count.started) / 1000;
  return { tap, count, seconds };
}

const chip = (field, words) => `fieldset[id="${field}"] label.chip:has-text("${words}")`;

async function newHouse(page, reference, adults) {
  await page.evaluate(() => (location.hash = "#/tn/moi"));
  await page.waitForSelector("#reference");
  await page.fill("#reference", reference);
  await page.click("#hamlet label.chip >> nth=0");
  await page.click("button:has-text('Lưu')");
  // Its own page, or, when the server was quicker, what it refused.
  await page.waitForSelector(`h1:has-text("${reference}")`);
  for (const label of adults) {
    await page.click("a:has-text('Thêm người lớn')");
    await page.click(chip("label", label));
    await page.click("label.tick");
    await page.click("button:has-text('Lưu')");
    await page.waitForSelector(`.person b:has-text("${label}")`);
  }
  return page.evaluate(() => location.hash.split("/")[3]);
}

async function startVisit(page, house) {
  await page.evaluate((id) => (location.hash = `#/tn/ho/${id}`), house);
  const hand = taps(page);
  await hand.tap("a:has-text('Bắt đầu thăm')");
  await page.waitForSelector("#result");
  return hand;
}

async function savedVisit(page, hand, { twice = false } = {}) {
  hand.count.taps += 1;
  if (twice) await page.dblclick("form.visit button[type=submit]");
  else await page.click("form.visit button[type=submit]");
  await page.waitForFunction(() => location.hash === "#/tn");
  return { taps: hand.count.taps, seconds: hand.seconds() };
}

const waiting = (page) =>
  page.evaluate(async () => {
    const [{ name }] = (await indexedDB.databases()).filter((one) => one.name.startsWith("ngo-so-walk-"));
    const db = await new Promise((resolve) => {
      const open = indexedDB.open(name);
      open.onsuccess = () => resolve(open.result);
    });
    const rows = await new Promise((resolve) => {
      const all = db.transaction("event").objectStore("event").getAll();
      all.onsuccess = () => resolve(all.result);
    });
    db.close();
    return rows.map(({ seq, type, state, tries }) => ({ seq, type, state, tries })).sort((a, b) => a.seq - b.seq);
  });

export async function run({ browser, base }) {
  const before = await coverage(base);
  const page = await openPage(browser, base);
  const { access_token: token } = await become(page, base, "volunteer");
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.evaluate(() => (location.hash = "#/tn"));
  await page.waitForSelector(".door");

  // No network from here on, and the page starts again without one.
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector(".door");
  const stamp = Date.now() % 1_000_000;
  const first = await newHouse(page, `Nhà thử ${stamp}, ngõ 1`, ["Bà", "Ông"]);
  const second = await newHouse(page, `Nhà thử ${stamp}, ngõ 2`, ["Chị"]);

  let hand = await startVisit(page, first);
  await hand.tap(chip("result", "Gặp được"));
  await hand.tap(`fieldset[id="consent"] label.chip >> nth=0`);
  await hand.tap(chip("adults", "Bà"));
  await hand.tap(chip("adults", "Ông"));
  await clean(page, "the visit form");
  const grandmother = page.locator(".adult:has(h2:has-text('Bà'))");
  const grandfather = page.locator(".adult:has(h2:has-text('Ông'))");
  await grandmother.locator("label.chip:has-text('Có')").first().click();
  await grandmother.locator("label.chip:has-text('Tự làm được')").click();
  await grandfather.locator("label.chip:has-text('Không')").first().click();
  await savedVisit(page, hand, { twice: true });

  hand = await startVisit(page, second);
  await hand.tap(chip("result", "Vắng"));
  const absent = await savedVisit(page, hand);
  same(absent.taps, 3, "taps of a visit with nobody home");

  hand = await startVisit(page, first);
  await hand.tap(chip("result", "Gặp được"));
  await hand.tap(`fieldset[id="consent"] label.chip >> nth=0`);
  await hand.tap(chip("adults", "Ông"));
  await grandfather.locator("label.chip:has-text('Có')").first().click();
  await grandfather.locator("label.chip:has-text('Cần nhắc')").click();
  await grandfather.locator("summary:has-text('Thêm')").click();
  await grandfather.locator("select").selectOption("B03");
  await page.click(chip("revisit", "1 tuần"));
  await page.waitForSelector("#revisit-hour");
  await clean(page, "the visit form with all it can ask");
  await savedVisit(page, hand);

  // A processor a sixth as fast as this one: what a cheap phone has.
  const slow = await page.context().newCDPSession(page);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  hand = await startVisit(page, second);
  await hand.tap(chip("result", "Gặp được"));
  await hand.tap(`fieldset[id="consent"] label.chip >> nth=0`);
  await hand.tap(".adult fieldset >> nth=0 >> label.chip >> nth=0");
  await hand.tap(".adult label.chip:has-text('Tự làm được')");
  const one = await savedVisit(page, hand);
  await slow.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  same(one.taps, 6, "taps of a visit with one adult");
  if (one.seconds > 60) throw new Error(`a visit with one adult takes ${one.seconds} s`);
  console.log(`        a visit: nobody home ${absent.taps} taps, ${absent.seconds.toFixed(1)} s; one adult ${one.taps} taps, ${one.seconds.toFixed(1)} s at a sixth of the processor`);

  hand = await startVisit(page, second);
  await hand.tap(chip("result", "Từ chối"));
  await savedVisit(page, hand);

  // The app is killed and opened again, still without a network: all of it is there, numbered without a gap.
  await page.goto("about:blank");
  await page.goto(`${base}/#/tn/cho`);
  await page.waitForSelector("text=10 bản ghi chờ gửi");
  await clean(page, "the queue");
  const kept = await waiting(page);
  same(kept.filter((row) => row.type === "visit_logged").length, 5, "visits on the phone");
  same(kept.map((row) => row.seq), kept.map((_, place) => (kept[0]?.seq ?? 1) + place), "numbers");

  // The network returns; the server takes the batch, but its first answer never arrives.
  let begun = 0;
  let install = "";
  let lost = 0;
  await page.route("**/v1/outreach/sync", async (route) => {
    begun += 1;
    if (begun > 1) return route.continue();
    const told = JSON.parse(gunzipSync(route.request().postDataBuffer()));
    install = told.install_id;
    same([told.events.length, told.packed.rows.length, told.proof.length], [5, 5, 86], "an upload of five events, five packed visits, and its proof");
    const answer = await route.fetch();
    same(answer.status(), 200, "the answer that gets lost");
    await route.abort("connectionreset");
    lost += 1;
    return undefined;
  });
  await page.context().setOffline(false);
  await until("the first upload, whose answer is lost", () => lost === 1);
  await until("the row marked as sent", async () => (await waiting(page)).every((row) => row.tries >= 1));
  same(await coverage(base).then(({ visits }) => visits - before.visits), 5, "visits after the first upload");
  await page.click("button:has-text('Gửi ngay')");
  await page.waitForSelector("text=Đã gửi hết lúc", { timeout: 20_000 });
  await page.click("button:has-text('Gửi ngay')");
  await until("nothing left to send", async () => (await waiting(page)).every((row) => row.state === "accepted"));
  same((await waiting(page)).every((row) => row.tries >= 2), true, "every event was sent twice");
  await page.unroute("**/v1/outreach/sync");

  const after = await coverage(base);
  const grown = Object.fromEntries(Object.entries(after).map(([key, value]) => [key, value - before[key]]));
  same(grown, { adults_registered: 3, adults_reached: 3, adults_assessed: 3, know_and_can: 2, visits: 5 }, "growth of coverage");

  // What the server refuses stays, with its reason, and is put right here.
  await newHouse(page, "Nhà 0912 345 678", []);
  await page.waitForSelector(".box.bad:has-text('số điện thoại')", { timeout: 20_000 });
  await clean(page, "a house that was refused");
  await page.evaluate(() => (location.hash = "#/tn/cho"));
  await page.waitForSelector(".box.bad:has-text('số điện thoại')", { timeout: 20_000 });
  await clean(page, "a refused event");
  await page.click("a:has-text('Sửa')");
  await page.waitForSelector("#reference");
  await page.fill("#reference", `Nhà thử ${stamp}, ngõ 3`);
  await page.click("button:has-text('Lưu')");
  await until("the corrected event taken, the refused one set aside", async () => {
    const rows = await waiting(page);
    return rows.at(-1)?.state === "accepted" && rows.at(-2)?.state === "replaced";
  });

  await page.evaluate((id) => (location.hash = `#/tn/ho/${id}`), first);
  await page.waitForSelector(".person:has(b:has-text('Bà')) >> text=Biết và tự làm được");
  await clean(page, "the house");

  // The visit's author says it anew: the first word stays, the second has its reason.
  await page.click(".cards a.door >> nth=0");
  await page.click("a:has-text('Sửa lượt thăm này')");
  await page.click(chip("why", "Bấm nhầm"));
  await page.click("form.visit button[type=submit]");
  await until("the correction taken", async () => (await waiting(page)).at(-1)?.type === "visit_corrected" && (await waiting(page)).at(-1)?.state === "accepted");
  await page.evaluate((id) => (location.hash = `#/tn/ho/${id}`), first);
  await page.click(".cards a.door >> nth=0");
  await page.waitForSelector("b:has-text('Sửa: bấm nhầm')");
  await clean(page, "the history of a visit");

  // The phone is reported lost: at its next contact it forgets the list, and says so.
  await call(base, `/v1/outreach/installs/${install}/revoke`, { method: "POST", token, body: JSON.stringify({ reason: "Mất máy ngoài đường", wipe: true }) });
  await page.evaluate(() => (location.hash = "#/tn/cho"));
  await page.click("button:has-text('Gửi ngay')");
  await page.waitForSelector("h1:has-text('ngừng được dùng')");
  await clean(page, "a phone that was stopped");
  same((await waiting(page)).length, 0, "events left on a phone that was told to forget");
  const found = await call(base, "/v1/outreach/installs/mine", { token });
  same(found.items.find((one) => one.install_id === install)?.wipe, "done", "what the team sees of the phone");

  const desk = await openPage(browser, base, { viewport: { width: 1280, height: 800 } });
  await become(desk, base, "officer");
  await desk.evaluate(() => (location.hash = "#/cb"));
  await desk.waitForSelector(".chart li");
  await quiet(desk);
  await clean(desk, "coverage as a chart");
  await desk.click("label.chip:has-text('Bảng')");
  const row = desk.locator("tbody tr:has(th:text-is('Vỹ Dạ'))");
  const figures = await row.locator("td.figure").allInnerTexts();
  const number = (value) => new Intl.NumberFormat("vi-VN").format(value);
  same(figures.slice(1), [after.know_and_can, after.adults_assessed, after.adults_reached, after.adults_registered].map(number), "the officer's row");
  await clean(desk, "coverage as a table");
  await desk.click("label.chip:has-text('Sơ đồ')");
  await desk.waitForSelector(".map svg path.cell");
  await desk.selectOption("#map-pick", COMMUNE);
  await desk.waitForSelector("h3:has-text('Vỹ Dạ')");
  await clean(desk, "coverage as a map");
}
