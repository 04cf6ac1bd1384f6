// What axe and a ruler say of a screen.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { quiet } from "./pages.mjs";
import { SIZES } from "./routes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const require = createRequire(import.meta.url);
const SOURCE = readFileSync(createRequire(require.resolve("@axe-core/playwright")).resolve("axe-core/axe.min.js"), "utf8");
// What a rule says changes with the place and colour of things only for these; for all others, with what is there.
const PLACED = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

/** The violations of some rules, a line each. axe is told once a document: it is half a megabyte to read. */
async function violations(page, runOnly) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  const found = await page.evaluate((only) => window.axe.run(document, { runOnly: only, resultTypes: ["violations"], elementRef: false }).then((said) => said.violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html }) => html.slice(0, 160)) }))), runOnly);
  return found.map(({ id, nodes }) => `${id}: ${nodes.join(" | ")}`);
}

/** Everything that is there, and whether it is seen: all that a rule can look at but place and colour. */
function seen(page) {
  return page.evaluate(() => {
    const there = [...document.querySelectorAll("*")].map((element) => {
      const { display, visibility } = getComputedStyle(element);
      return [element.tagName, ...[...element.attributes].map(({ name, value }) => `${name}=${value}`), display, visibility, element.checkVisibility()].join(" ");
    });
    return `${document.title}\n${document.body.innerText}\n${there.join("\n")}`;
  });
}

/** In the dark only the colours are other ones: one size and one rule tell. */
async function cleanInTheDark(page, what) {
  await page.emulateMedia({ colorScheme: "dark" });
  const told = await violations(page, { type: "rule", values: ["color-contrast"] });
  await page.emulateMedia({ colorScheme: "light" });
  if (told.length) throw new Error(`colours of ${what} in the dark: ${told.join("\n")}`);
}

/** Zero violations on what is on the screen now, at both sizes, in light and dark. */
export async function clean(page, what) {
  const before = page.viewportSize();
  const known = new Set();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await quiet(page);
    const now = await seen(page);
    const runOnly = known.has(now) ? { type: "rule", values: PLACED } : { type: "tag", values: TAGS };
    known.add(now);
    const told = await violations(page, runOnly);
    if (told.length) throw new Error(`axe on ${what} at ${size.width}: ${told.join("\n")}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) throw new Error(`${what} is ${wide} px wider than the screen at ${size.width}`);
  }
  await page.setViewportSize(before);
  await cleanInTheDark(page, what);
}
