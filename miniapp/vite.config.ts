// One source, two builds: the web app (dist/) and the Zalo Mini App (www/, `--mode zalo`).
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { apiDocs } from "./scripts/api-docs.mjs";
import { compressed } from "./scripts/compressed.mjs";
import { serviceWorker } from "./scripts/service-worker.mjs";
import { zaloConfig } from "./scripts/zalo-config.mjs";

// The files of the first paint, in one chunk; everything else comes with its screen.
const FIRST =
  /node_modules\/(preact|@preact|idb|openapi-fetch)\/|src\/(api|offline|ui)\/|src\/platform\/(?!zalo-sdk)|src\/main\/(?!ready)|src\/places\/(home|province)\.ts|src\/procedures\/box\/|src\/alerts\/(strip|numbers)|src\/messages\/reading|src\/[a-z]+\/routes\.ts|preload-helper|rolldown/;

/** Screens of volunteers, agencies, officers and administrators. */
const STAFF = /assets\/(officer|outreach|walk|book|agency|audits|months|round|desk|team|rights|lead|crew|doubts|phones|conflicts|todo|evening|typing|sheet|requests|again|doors|visit|carrying|sealed-boxes|moderation|gate|undo|merge|duplicates|home-book)/;

export default defineConfig(({ mode }) => {
  const zalo = mode === "zalo";
  const name = zalo ? "assets/[name].[hash].module.js" : "assets/[name]-[hash].js";
  return {
    base: "./",
    plugins: [preact({ prefreshEnabled: false }), ...(zalo ? [zaloConfig()] : [serviceWorker(), apiDocs(), compressed()])],
    define: {
      __ZALO__: JSON.stringify(zalo),
      __API_URL__: JSON.stringify(zalo ? (process.env["API_URL"] ?? "") : ""),
      // The server's own settings: what must stand on a phone that has no network is built in.
      __PROVINCE__: JSON.stringify(process.env["PROVINCE_CODE"] || "46"),
      __HOTLINE__: JSON.stringify(process.env["HOTLINE"] || "19001075"),
      __SOS_SMS__: JSON.stringify(process.env["SOS_SMS"] || "112"),
    },
    publicDir: zalo ? false : "public",
    build: {
      outDir: zalo ? "www" : "dist",
      emptyOutDir: true,
      target: "es2020",
      cssTarget: ["chrome80", "safari14"],
      // What a screen of staff stands on is found as it loads: the lists of it all would be in everybody's first paint.
      modulePreload: { polyfill: false, resolveDependencies: (file, needed) => (STAFF.test(file) ? needed.filter((one) => one.endsWith(".css")) : needed) },
      assetsInlineLimit: 2048,
      reportCompressedSize: false,
      rollupOptions: {
        output: {
          entryFileNames: name,
          chunkFileNames: name,
          codeSplitting: { groups: [{ name: "first", test: FIRST }] },
        },
      },
    },
    server: { proxy: { "/v1": process.env["API_URL"] ?? "http://127.0.0.1:8000" } },
    test: {
      environment: "happy-dom",
      include: ["tests/unit/**/*.test.{ts,tsx}"],
      setupFiles: ["tests/unit/setup.ts"],
      isolate: false,
      maxWorkers: 2,
    },
  };
});
