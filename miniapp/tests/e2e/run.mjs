// Real-browser journeys against the real server. `npm run e2e [-- name…]`; E2E_BASE uses a running one.
import { readdirSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser } from "./browser.mjs";
import { crashes } from "./pages.mjs";
import { startServer } from "./server.mjs";

const folder = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);
const files = readdirSync(folder).filter((file) => file.endsWith(".journey.mjs")).sort();
const chosen = files.filter((file) => !wanted.length || wanted.some((name) => file.includes(name)));

const server = await startServer();
const browser = await openBrowser();
let failed = 0;
for (const file of chosen) {
  const { name, run } = await import(`./${file}`);
  const started = performance.now();
  try {
    crashes.length = 0;
    await run({ browser, base: server.base });
    if (crashes.length) throw new Error(`uncaught on the page: ${crashes.map((crash) => `${crash?.name} ${crash?.message} ${crash?.stack}`).join("\n")}`);
    console.log(`ok      ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
  for (const context of browser.contexts()) await context.close();
}
await browser.close();
await server.stop();
console.log(`web: ${chosen.length - failed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
