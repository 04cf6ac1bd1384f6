// public/icon.svg → the PNG icons of the manifest, drawn by the tests' own Chromium.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { openBrowser } from "../tests/e2e/browser.mjs";

const folder = join(dirname(fileURLToPath(import.meta.url)), "../public");
const svg = readFileSync(join(folder, "icon.svg"), "utf8");
const wanted = [
  { file: "icon-192.png", size: 192, maskable: false },
  { file: "icon-512.png", size: 512, maskable: false },
  { file: "icon-maskable-512.png", size: 512, maskable: true },
];
const browser = await openBrowser();
const page = await browser.newPage();
for (const { file, size, maskable } of wanted) {
  await page.setViewportSize({ width: size, height: size });
  // A maskable icon fills its square and keeps the drawing inside the safe circle.
  const inner = maskable ? size * 0.78 : size;
  await page.setContent(
    `<style>body{margin:0;display:grid;place-items:center;width:${size}px;height:${size}px;background:${maskable ? "#0b4f8a" : "transparent"}}svg{width:${inner}px;height:${inner}px}</style>${svg}`,
  );
  writeFileSync(join(folder, file), await page.screenshot({ omitBackground: !maskable }));
}
await browser.close();
