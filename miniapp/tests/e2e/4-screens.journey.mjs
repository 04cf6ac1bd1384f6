// Every citizen screen: no accessibility violation, nothing wider than the screen, at both sizes, in light
// and dark, in large letters too; with data on it, signed in and not, and with its errors shown.
import { clean } from "./axe.mjs";
import { become, call, openPage, quiet, visit } from "./pages.mjs";
import { SCREENS } from "./routes.mjs";
import { API_KEY } from "./server.mjs";

export const name = "every citizen screen: axe, widths, light and dark, large letters";

async function openWarning(base) {
  const { access_token: token } = await call(base, "/v1/auth/demo", { method: "POST", body: JSON.stringify({ role: "officer" }) });
  const hour = 3_600_000;
  const id = `${Date.now().toString(16).padStart(12, "0").slice(0, 8)}-${Date.now().toString(16).padStart(12, "0").slice(8, 12)}-7000-8000-000000000001`;
  return call(base, "/v1/alerts", {
    method: "POST",
    token,
    body: JSON.stringify({
      id,
      hazard: (await call(base, "/v1/alert-hazards")).hazards[0].code,
      risk_level: 3,
      urgency: "immediate",
      certainty: "likely",
      headline: "Mưa lớn và lũ quét tại các phường ven sông",
      description: "Mưa 150–250 mm trong 24 giờ tới.",
      instruction: "Đưa người già, trẻ em lên chỗ cao.\nKhông lội qua suối.\nSạc đầy điện thoại.",
      commune_codes: ["19777"],
      effective_at: new Date(Date.now() - hour).toISOString(),
      expires_at: new Date(Date.now() + 6 * hour).toISOString(),
      status: "exercise",
    }),
  });
}

async function followed(base, token) {
  const code = `E2E.SCREEN-${Date.now()}`;
  const change = { event_id: code, sequence: 1, occurred_at: new Date().toISOString(), state_code: "4", procedure_code: "1.001193", applicant_phone: "0987650113", filed_by: "self" };
  await call(base, `/v1/integration/dossiers/${code}`, { method: "PUT", key: API_KEY, body: JSON.stringify(change) });
  return call(base, "/v1/me/dossiers", { method: "POST", token, body: JSON.stringify({ code, phone_last4: "0113" }) });
}

export async function run({ browser, base }) {
  const alert = await openWarning(base);
  const page = await openPage(browser, base);
  await page.evaluate(() => localStorage.setItem("home-commune", JSON.stringify({ code: "19777", name: "Vỹ Dạ", full_name: "Phường Vỹ Dạ" })));
  await page.reload();
  for (const path of [...SCREENS.public, `/canh-bao/${alert.id}`]) {
    await visit(page, path);
    await clean(page, `${path}`);
  }
  // Forms with their errors shown.
  await visit(page, "/p/moi");
  await page.click("button.send");
  await page.waitForSelector(".summary");
  await clean(page, `/p/moi with errors`);
  await visit(page, "/hs");
  await page.click("button:has-text('Xem hồ sơ')");
  await page.waitForSelector(".summary");
  await clean(page, `/hs with errors`);

  const { access_token } = await become(page, base, "citizen");
  const dossier = await followed(base, access_token);
  await page.evaluate(() => {
    localStorage.setItem("large-text", "1");
  });
  await page.reload();
  await quiet(page);
  const mine = (await call(base, "/v1/me/reports", { token: access_token })).items[0];
  const open = (await call(base, "/v1/reports")).items[0];
  const own = [`/hs/${dossier.id}`, ...(mine ? [`/p/${mine.id}`] : []), ...(open ? [`/gan/${open.id}`] : [])];
  for (const path of [...SCREENS.citizen, ...own]) {
    await visit(page, path);
    await clean(page, `${path} (citizen, large letters)`);
  }
  await page.context().close();
}
