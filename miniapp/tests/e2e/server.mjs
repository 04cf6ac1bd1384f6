// The whole product on one machine, with its own data and a free port; ends with the run.
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), "../../..");
export const API_KEY = "demo-dossier-key";
const PATIENCE = 180_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

export async function startServer() {
  if (process.env.E2E_BASE) return { base: process.env.E2E_BASE, stop: () => Promise.resolve() };
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), "ngo-so-e2e-"));
  const venv = join(ROOT, ".venv/bin/python");
  const environ = { ...process.env, PORT: String(port), DATA_DIR: data, DEMO: "1" };
  delete environ.DATABASE_URL;
  delete environ.QUEUE_URL;
  const child = spawn(existsSync(venv) ? venv : "python3", ["-m", "api.standalone"], { cwd: ROOT, env: environ, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.on("data", (bytes) => (log += bytes));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  const ready = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server was not ready in time:\n${log}`)), PATIENCE);
    child.stdout.on("data", (bytes) => {
      log += bytes;
      if (/^ready http/m.test(log)) {
        clearTimeout(late);
        resolve();
      }
    });
    child.once("exit", (code) => reject(new Error(`the server ended (${code}):\n${log}`)));
  });
  try {
    await ready;
  } catch (error) {
    await stop();
    throw error;
  }
  return { base: `http://127.0.0.1:${port}`, stop };
}
