// What axe and a ruler say of a screen.
import { AxeBuilder } from "@axe-core/playwright";
import { quiet } from "./pages.mjs";
import { SIZES } from "./routes.mjs";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** In the dark only the colours are other ones: one size and one rule tell. */
async function cleanInTheDark(page, what) {
  await page.emulateMedia({ colorScheme: "dark" });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withRules(["color-contrast"]).analyze();
  await page.emulateMedia({ colorScheme: "light" });
  const told = violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 160)));
  if (told.length) throw new Error(`colours of ${what} in the dark: ${told.join("\n")}`);
}

/** Zero violations on what is on the screen now, at both sizes, in light and dark. */
export async function clean(page, what) {
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await quiet(page);
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(TAGS).analyze();
    const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
    if (told.length) throw new Error(`axe on ${what} at ${size.width}: ${told.join("\n")}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    if (wide > 0) throw new Error(`${what} is ${wide} px wider than the screen at ${size.width}`);
  }
  await page.setViewportSize(before);
  await cleanInTheDark(page, what);
}
