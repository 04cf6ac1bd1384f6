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

const AT_A_TIME = 2;

const server = await startServer();
const browser = await openBrowser();
let failed = 0;

/** One journey with windows of its own, closed at its end. */
async function walk(file) {
  const { name, run } = await import(`./${file}`);
  const own = [];
  const windows = {
    newContext: async (options) => {
      const context = await browser.newContext(options);
      own.push(context);
      return context;
    },
  };
  const started = performance.now();
  try {
    await run({ browser: windows, base: server.base, zalo: server.zalo });
    console.log(`ok      ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  } catch (error) {
    failed += 1;
    console.log(`FAILED  ${name}\n${error.stack ?? error}`);
  }
  for (const context of own) await context.close();
}

// The longest first, so that the short ones fill the time beside it.
const queue = [...chosen.filter((file) => /screens|walk|staff/.test(file)), ...chosen.filter((file) => !/screens|walk|staff/.test(file))];
await Promise.all(
  Array.from({ length: AT_A_TIME }, async () => {
    for (let file = queue.shift(); file; file = queue.shift()) await walk(file);
  }),
);
if (crashes.length) {
  failed += 1;
  console.log(`FAILED  uncaught on a page: ${crashes.map((crash) => `${crash?.name} ${crash?.message} ${crash?.stack}`).join("\n")}`);
}
await browser.close();
await server.stop();
console.log(`web: ${chosen.length - Math.min(failed, chosen.length)} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
