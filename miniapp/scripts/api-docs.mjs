// Copies the pages of the API's documentation (/docs) from the swagger-ui-dist package into dist/docs:
// our own files, so that nothing is asked of a CDN. They belong to no screen and are not precached.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const FILES = ["swagger-ui.css", "swagger-ui-bundle.js"];
const START = 'window.ui = SwaggerUIBundle({ url: "/openapi.json", dom_id: "#docs", deepLinking: true, validatorUrl: null });\n';

export function apiDocs() {
  return {
    name: "ngo-so-api-docs",
    apply: "build",
    writeBundle(options) {
      const from = dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
      const to = join(options.dir, "docs");
      mkdirSync(to, { recursive: true });
      for (const file of FILES) copyFileSync(join(from, file), join(to, file));
      writeFileSync(join(to, "start.js"), START);
    },
  };
}
