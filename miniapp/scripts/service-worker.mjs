// Vite plugin: writes sw.js with the list of this build's files and a version made of their bytes.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// Screens of staff are kept only after they have been opened once.
const STAFF = /assets\/(officer|agency|moderation|desk|sealed-boxes)/;

export function serviceWorker() {
  let root = ".";
  let publicDir = "public";
  return {
    name: "ngo-so-service-worker",
    apply: "build",
    configResolved(config) {
      root = config.root;
      publicDir = config.publicDir;
    },
    generateBundle: {
      order: "post",
      handler(_options, bundle) {
        const hash = createHash("sha256");
        const files = ["./"];
        for (const [name, part] of Object.entries(bundle).sort(([a], [b]) => a.localeCompare(b))) {
          hash.update(name).update("code" in part ? part.code : part.source);
          if (name !== "index.html" && !STAFF.test(name)) files.push(`./${name}`);
        }
        if (existsSync(publicDir)) {
          for (const entry of readdirSync(publicDir).sort()) {
            hash.update(entry).update(readFileSync(join(publicDir, entry)));
            if (/\.(webmanifest|svg)$|-192\.png$/.test(entry)) files.push(`./${entry}`);
          }
        }
        const source = readFileSync(join(root, "src/offline/sw.js"), "utf8");
        hash.update(source);
        const version = hash.digest("hex").slice(0, 12);
        this.emitFile({
          type: "asset",
          fileName: "sw.js",
          source: source.replace("__VERSION__", version).replace("[/* __FILES__ */]", JSON.stringify(files)),
        });
      },
    },
  };
}
