// The API's OpenAPI document → TypeScript types. `npm run types [document.json] [out.d.ts]`; without a
// document the API is asked for its own (`python -m api.app`).
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import openapiTS, { astToString } from "openapi-typescript";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../..");
const [document, out = join(ROOT, "miniapp/src/api/schema.gen.d.ts")] = process.argv.slice(2);
const venv = join(ROOT, ".venv/bin/python");
const text = document
  ? readFileSync(document, "utf8")
  : execFileSync(existsSync(venv) ? venv : "python3", ["-m", "api.app"], { cwd: ROOT, maxBuffer: 64e6, encoding: "utf8" });
const tree = await openapiTS(JSON.parse(text), { alphabetize: true });
writeFileSync(out, `// Made by \`npm run types\` from the API's OpenAPI document: do not edit.\n${astToString(tree)}`);
