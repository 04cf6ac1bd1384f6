// A Chromium on any machine: the system's own, else the one that npm carries.
import { execFileSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

/** Whether this machine has the two libraries the carried Chromium links besides libc. */
function hasLibraries() {
  if (process.env.CHROMIUM_OWN_LIBRARIES) return false;
  for (const ldconfig of ["ldconfig", "/sbin/ldconfig"]) {
    try {
      const known = execFileSync(ldconfig, ["-p"], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
      return known.includes("libnss3.so") && known.includes("libnspr4.so");
    } catch {
      /* not at this place */
    }
  }
  return true;
}

/** Profiles are thrown away: memory is the place for them. Not for the browser itself, which memory may refuse to run. */
function inMemory() {
  if (process.env.THROWAWAY) process.env.TMPDIR = process.env.THROWAWAY;
}

export async function openBrowser() {
  const found = SYSTEM.find((path) => path && existsSync(path));
  if (found) {
    inMemory();
    return chromium.launch({ executablePath: found, args: FLAGS });
  }
  if (!hasLibraries()) {
    // The package unpacks its own copies, and points the loader at them, when it is told where it runs.
    process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs22.x";
    if (!existsSync(join(tmpdir(), "al2023"))) rmSync(join(tmpdir(), "chromium"), { force: true });
  }
  const { default: carried } = await import("@sparticuz/chromium");
  // Its own flags are for one tiny function, not for pages with service workers and storage.
  const executablePath = await carried.executablePath();
  inMemory();
  const own = carried.args.filter((flag) => !/single-process|no-zygote|incognito|in-process-gpu|disable-web-security|disable-site-isolation/.test(flag));
  return chromium.launch({ executablePath, args: [...own, ...FLAGS] });
}
