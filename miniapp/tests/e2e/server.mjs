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

/** A whole local Zalo (`make zalo`): the settings that point the product at it stand in its first line. */
async function startZalo(python, base) {
  const port = await freePort();
  const child = spawn(python, ["-u", "-m", "tests.zalo_fake", String(port), base], { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  let said = "";
  const settings = await new Promise((resolve, reject) => {
    child.stderr.on("data", (bytes) => (said += bytes));
    child.stdout.on("data", (bytes) => {
      said += bytes;
      const line = said.split("\n").find((one) => one.startsWith("ZALO_"));
      if (line && said.includes("\n", line.length)) resolve(Object.fromEntries(line.trim().split(" ").map((pair) => pair.split("="))));
    });
    child.once("exit", (code) => reject(new Error(`the local Zalo ended (${code}):\n${said}`)));
  });
  return { settings, stop };
}

export async function startServer() {
  if (process.env.E2E_BASE) return { base: process.env.E2E_BASE, zalo: process.env.E2E_ZALO ?? "", stop: () => Promise.resolve() };
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const data = mkdtempSync(join(process.env.THROWAWAY || tmpdir(), "ngo-so-e2e-"));
  const venv = join(ROOT, ".venv/bin/python");
  const python = existsSync(venv) ? venv : "python3";
  const zalo = await startZalo(python, base);
  const environ = { ...process.env, ...zalo.settings, PORT: String(port), DATA_DIR: data, DEMO: "1" };
  delete environ.DATABASE_URL;
  delete environ.QUEUE_URL;
  const child = spawn(python, ["-m", "api.standalone"], { cwd: ROOT, env: environ, stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.on("data", (bytes) => (log += bytes));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    await zalo.stop();
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
  return { base, zalo: zalo.settings.ZALO_GRAPH_URL, stop };
}
