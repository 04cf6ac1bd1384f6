// Journey 2: a report made offline with a 12 MP photo carrying GPS; online it arrives once, its public
// photo carries no EXIF, the handler closes it, and the citizen sees that.
import { become, call, openPage, quiet, same, until } from "./pages.mjs";
import { cameraPhoto } from "./photo.mjs";

export const name = "journey 2: an offline report with a photo, to its closing";

const SPOT = { lat: 16.4637, lon: 107.5909 };

/** Markers of metadata that must not be in a public picture. */
function metadataIn(bytes) {
  const found = [];
  for (const mark of ["Exif\0\0", "http://ns.adobe.com/xap", "Photoshop 3.0", "TestCam"]) if (bytes.includes(Buffer.from(mark, "latin1"))) found.push(mark);
  return found;
}

export async function run({ browser, base }) {
  const page = await openPage(browser, base, { permissions: [] });
  await become(page, base, "citizen");
  const me = await page.evaluate(() => JSON.parse(localStorage.getItem("session")).access_token);
  const before = (await call(base, "/v1/me/reports", { token: me })).items.map((one) => one.id);
  // What must be on the phone is fetched when the page is idle; then the network goes.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await until("the map kept on the phone", () =>
    page.evaluate(
      () =>
        new Promise((resolve) => {
          const open = indexedDB.open("ngo-so");
          open.onsuccess = () => {
            const all = open.result.transaction("kv").objectStore("kv").getAllKeys();
            all.onsuccess = () => {
              open.result.close();
              resolve(["read:geo:46", "read:report-categories", "read:communes:46"].every((key) => all.result.includes(key)));
            };
          };
        }),
    ),
  );
  const photo = await cameraPhoto(page, SPOT.lat, SPOT.lon);
  same(metadataIn(photo).includes("Exif\0\0"), true, "the test photo has EXIF");
  const posts = [];
  // Attempts that reach nobody do not count: what the server answered does.
  page.on("requestfinished", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/v1/reports")) posts.push(request.url());
  });
  await page.context().setOffline(true);
  await page.reload();
  await page.waitForSelector("main h1");

  // Four taps on the form: the photo (the pin is where it was taken), what it is about, which commune, send.
  await page.click("a[href='#/p/moi']");
  await page.waitForSelector(".thumbs input[type=file]");
  await page.setInputFiles(".thumbs input[type=file]", { name: "IMG_0001.jpg", mimeType: "image/jpeg", buffer: photo });
  await page.waitForSelector(".thumbs img");
  await page.waitForSelector("[aria-labelledby=suggested] button");
  await page.fill("#note", "Rác đổ tràn vỉa hè trước chợ");
  await page.click("[aria-labelledby=suggested] button:has-text('Rác thải')");
  await page.waitForSelector("#category label.chip:has-text('Rác thải') input:checked", { state: "attached" });
  // The pin is where the photo says; nothing asked the network.
  await page.waitForSelector(".nudge >> text=/Ghim ở (Phường|Xã) /");
  if (/\d{2}[.,]\d{3}/.test(await page.innerText(".nudge"))) throw new Error("coordinates are shown to people");
  await page.click("button[aria-label='Dời ghim lên bắc 20 m']");
  await page.waitForSelector(".nudge >> text=Đã dời 20 m lên bắc.");
  await page.waitForSelector("#commune label.chip");
  await page.locator("#commune label.chip").first().click();
  await page.click("button.send");
  await page.waitForSelector("h1:has-text('Đã lưu trên máy')");
  // The page dies and comes back, still offline: it is still there.
  await page.reload();
  await page.waitForSelector(".waiting >> text=1 mục chờ gửi");
  same(posts.length, 0, "reports that left while offline");

  await page.context().setOffline(false);
  await page.waitForFunction(() => !document.querySelector(".waiting"), null, { timeout: 60_000 });
  same(posts.length, 1, "times the report was taken");
  const mine = (await call(base, "/v1/me/reports", { token: me })).items;
  const fresh = mine.filter((one) => !before.includes(one.id));
  same(fresh.length, 1, "new reports of mine");
  const [report] = fresh;

  // The handler of the agency: takes it, answers, closes.
  const handler = (await call(base, "/v1/auth/demo", { method: "POST", body: JSON.stringify({ role: "handler" }) })).access_token;
  const path = `/v1/agency/reports/${report.id}`;
  const taken = await call(base, path, { token: handler });
  same([taken.lat.toFixed(5), taken.lon.toFixed(5)], ["16.46388", "107.59090"], "where the photo was taken, and 20 m north of it");
  const step = async (verb, body) => {
    const { version } = await call(base, path, { token: handler });
    return call(base, `${path}/${verb}`, { method: "POST", token: handler, body: JSON.stringify({ version, ...body }) });
  };
  await step("assign", {});
  await step("accept", {});
  await step("answer", { answer: "Đã dọn sạch sáng nay." });
  await step("close", {});

  // Nobody has looked at the photo: it is not public. The handler lets it through at the moderator's desk.
  same((await call(base, `/v1/reports/${report.id}`)).photos, [], "no photo is public before a person looked");
  const desk = await until("the photo at the moderator's desk", async () => {
    const one = await call(base, `/v1/moderation/${report.id}`, { token: handler });
    return one.photos.length ? one : null;
  });
  await call(base, `/v1/moderation/photos/${desk.photos[0].id}/shown`, { method: "PUT", token: handler, body: JSON.stringify({ version: desk.version, shown: true }) });

  // The public file: re-encoded, without EXIF, and not where it was taken.
  const shown = await until("the public photo", async () => {
    const one = await call(base, `/v1/reports/${report.id}`);
    return one.photos.length ? one : null;
  });
  for (const size of ["large", "small"]) {
    const response = await fetch(new URL(shown.photos[0][size], base));
    same(response.status, 200, `public photo ${size}`);
    same(metadataIn(Buffer.from(await response.arrayBuffer())), [], `metadata in the public photo ${size}`);
  }
  for (const personal of ["contact_phone", "reporter", "person", "tracking"]) {
    if (JSON.stringify(shown).includes(personal)) throw new Error(`the public report tells ${personal}`);
  }

  await page.evaluate((id) => (location.hash = `#/p/${id}`), report.id);
  await page.waitForSelector("text=Đã dọn sạch sáng nay.");
  await quiet(page);
  const state = await page.locator(".card .state").first().innerText();
  if (!/đóng|xong|kết thúc/i.test(state)) throw new Error(`the citizen sees: ${state}`);
  await page.waitForSelector(".gallery img");
}
