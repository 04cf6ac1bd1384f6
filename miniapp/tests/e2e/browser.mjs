// A Chromium on any machine: the system's own, else the one that npm carries.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const SYSTEM = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export async function openBrowser() {
  const found = SYSTEM.find((path) => path && existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: FLAGS });
  const { default: carried } = await import("@sparticuz/chromium");
  // Its own flags are for one tiny function, not for pages with service workers and storage.
  const executablePath = await carried.executablePath();
  const own = carried.args.filter((flag) => !/single-process|no-zygote|incognito|in-process-gpu|disable-web-security|disable-site-isolation/.test(flag));
  return chromium.launch({ executablePath, args: [...own, ...FLAGS] });
}
