// Byte gates (brotli, exact): prints one line a gate and fails the build when one is broken.
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotli } from "./compressed.mjs";

const KB = 1000;
const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const GATES = { html: 8, css: 6, js: 30, first: 45, route: 12, volunteer: 60, officer: 80, zalo: 45, sdk: 30, requests: 6 };
const ZALO = { total: 10_000 * KB, file: 3_000 * KB };
const VOLUNTEER = /^outreach/;
// What staff see first: the overview and the inbox of cases. Their other desks come when opened, each with its own gate.
const OFFICER = /^(officer|agency)$/;
// Not a screen: what a screen asks for after it is shown.
const SDK = /^zalo-sdk\./;

const zalo = process.argv[2] === "zalo";
const dist = join(ROOT, zalo ? "www" : "dist");
if (!existsSync(join(dist, "index.html"))) {
  console.error(`sizes: ${relative(process.cwd(), dist)} is not built`);
  process.exit(1);
}
const size = (file) => brotli(readFileSync(join(dist, file))).length;
const html = readFileSync(join(dist, "index.html"), "utf8");
const refs = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);

/** Files a chunk imports statically, itself included. */
function closure(files) {
  const seen = new Set(files);
  for (const file of seen) {
    if (!file.endsWith(".js")) continue;
    const code = readFileSync(join(dist, file), "utf8");
    for (const match of code.matchAll(/(?:from|^import|;import|\}import)\s*"\.\/([^"]+\.js)"/g)) {
      seen.add(join(dirname(file), match[1]));
    }
  }
  return seen;
}

const first = closure(refs);
const js = [...first].filter((file) => file.endsWith(".js"));
const css = [...first].filter((file) => file.endsWith(".css"));
const sum = (files) => files.reduce((total, file) => total + size(file), 0);
const all = readdirSync(join(dist, "assets")).map((file) => `assets/${file}`);
const lazy = all.filter((file) => /\.js$/.test(file) && !first.has(file));

let broken = 0;
function gate(what, bytes, limit) {
  const bad = bytes > limit * KB;
  broken += bad ? 1 : 0;
  console.log(`${bad ? "OVER" : "  ok"}  ${what.padEnd(34)} ${(bytes / KB).toFixed(2).padStart(7)} kB of ${limit}`);
}

const total = size("index.html") + sum(js) + sum(css);
if (zalo) {
  gate("zalo first load", total, GATES.zalo);
} else {
  gate("html", size("index.html"), GATES.html);
  gate("css", sum(css), GATES.css);
  gate("js", sum(js), GATES.js);
  gate("citizen first load", total, GATES.first);
}
const requests = 1 + first.size;
if (requests > GATES.requests) broken += 1;
console.log(`${requests > GATES.requests ? "OVER" : "  ok"}  requests before interactive         ${requests} of ${GATES.requests}`);

const styleOf = (file) => all.filter((other) => other.endsWith(".css") && !first.has(other) && stem(other) === stem(file));
const stem = (file) => basename(file).replace(/[-.].{8}(\.module)?\.(js|css)$/, "");
/** What is on the phone before a chunk is fetched: the screen that alone asks for it, once it is shown. */
function before(file) {
  const asking = lazy.filter((other) => readFileSync(join(dist, other), "utf8").includes(`import(\`./${basename(file)}\`)`) || readFileSync(join(dist, other), "utf8").includes(`import("./${basename(file)}")`));
  return asking.length === 1 ? closure(asking) : new Set();
}
const groups = { volunteer: new Set(), officer: new Set() };
for (const file of lazy) {
  const there = before(file);
  const own = [...closure([file])].filter((part) => !first.has(part) && !there.has(part));
  const parts = [...own, ...own.flatMap(styleOf)];
  for (const part of parts) {
    if (VOLUNTEER.test(stem(file))) groups.volunteer.add(part);
    if (OFFICER.test(stem(file))) groups.officer.add(part);
  }
  if (SDK.test(basename(file))) gate("zalo sdk, after the first paint", sum(parts), GATES.sdk);
  else gate(`route ${stem(file)}`, sum(parts), GATES.route);
}
if (!zalo) {
  gate("volunteer shell", total + sum([...groups.volunteer]), GATES.volunteer);
  gate("officer first load", total + sum([...groups.officer]), GATES.officer);
} else {
  const files = readdirSync(dist, { recursive: true }).map((file) => join(dist, file)).filter((file) => statSync(file).isFile());
  const bytes = files.map((file) => statSync(file).size);
  gate("zalo whole bundle (raw)", bytes.reduce((a, b) => a + b, 0), ZALO.total / KB);
  gate("zalo largest file (raw)", Math.max(...bytes), ZALO.file / KB);
  const config = JSON.parse(readFileSync(join(dist, "app-config.json"), "utf8"));
  if (!config.listSyncJS.length || !config.app?.title) fail("app-config.json names no script or no title");
  const listed = [...config.listCSS, ...config.listSyncJS, ...config.listAsyncJS];
  for (const file of listed) if (!existsSync(join(dist, file))) fail(`app-config.json lists ${file}, which is not there`);
  for (const file of js) if (![...config.listSyncJS, ...config.listAsyncJS].includes(file)) fail(`${file} is not in app-config.json`);
  if (existsSync(join(dist, "sw.js"))) fail("a service worker is in the Zalo bundle");
  for (const file of all.filter((name) => name.endsWith(".js"))) {
    if (/serviceWorker\.register/.test(readFileSync(join(dist, file), "utf8"))) fail(`${file} registers a service worker`);
  }
}
function fail(message) {
  broken += 1;
  console.log(`OVER  ${message}`);
}
process.exit(broken ? 1 : 0);
