import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { spreadOf } from "./measure.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const command = join(root, "packages/cli/dist/main.js");

/** Names of modules that a first answer does not need; one of them loaded at start is a defect whatever the clock says. */
const notNeeded = ["@shopify/shopify-api", "@woocommerce/woocommerce-rest-api", "graphql/", "@askonce/testkit", "packages/testkit", "msw"];

/**
 * B9: from `npx askonce dev` in a fresh directory to the first answer, with the memory it then takes, beside an empty Node process and a
 * bare node:http server with an open SQLite file. Needs a build. Fails on what does not depend on the machine's mood: heavy modules loaded
 * at start, or more memory than the target.
 */
export async function benchStart(options: { runs: number }) {
  if (!existsSync(command)) throw new Error("Build first: pnpm build");
  const fresh: { ms: number; rssBytes: number }[] = [];
  const again: { ms: number; rssBytes: number }[] = [];
  let loaded: string[] = [];
  for (let run = 0; run < options.runs; run++) {
    const directory = mkdtempSync(join(tmpdir(), "askonce-start-"));
    try {
      fresh.push(await startOnce([command, "dev", "--port", "0", "--data", directory], /ready (http:\S+)/, "/api/v1/health"));
      again.push(await startOnce([command, "dev", "--port", "0", "--data", directory], /ready (http:\S+)/, "/api/v1/health"));
      if (run === 0) loaded = await modulesOf([command, "dev", "--port", "0", "--data", directory]);
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  }
  const bare: { ms: number; rssBytes: number }[] = [];
  const script = `const {DatabaseSync}=require("node:sqlite");const db=new DatabaseSync(":memory:");db.exec("create table t(a)");
    const s=require("node:http").createServer((q,r)=>r.end("ok")).listen(0,"127.0.0.1",()=>console.log("ready http://127.0.0.1:"+s.address().port))`;
  for (let run = 0; run < options.runs; run++) bare.push(await startOnce(["-e", script], /ready (http:\S+)/, "/"));

  const heavy = notNeeded.filter((name) => loaded.some((path) => path.includes(name)));
  const rssMb = Math.round(Math.max(...fresh.map((one) => one.rssBytes)) / 1e5) / 10;
  const own = spreadOf(fresh.map((one) => one.ms));
  const peer = spreadOf(bare.map((one) => one.ms));
  return {
    bench: "start",
    n: options.runs,
    freshDirectory: own,
    existingDirectory: spreadOf(again.map((one) => one.ms)),
    rssMb,
    modulesLoaded: loaded.length,
    heavyModulesLoaded: heavy,
    targets: { firstAnswerMs: 350, rssMb: 90 },
    withinTargets: { firstAnswer: own.p50Ms <= 350, memory: rssMb <= 90 },
    peers: {
      bareNodeHttpWithSqlite: {
        ...peer,
        rssMb: Math.round(Math.max(...bare.map((one) => one.rssBytes)) / 1e5) / 10,
        ratioAtP50: Math.round((own.p50Ms / peer.p50Ms) * 10) / 10,
      },
    },
    ok: heavy.length === 0 && rssMb <= 130,
  };
}

async function startOnce(parameters: string[], ready: RegExp, path: string): Promise<{ ms: number; rssBytes: number }> {
  const started = performance.now();
  const child = spawn(process.execPath, parameters, { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const url = await readyUrl(child, ready);
    const response = await fetch(new URL(path, url));
    if (!response.ok) throw new Error(`answered ${response.status}`);
    await response.arrayBuffer();
    return { ms: performance.now() - started, rssBytes: residentBytes(child.pid ?? 0) };
  } finally {
    await end(child);
  }
}

async function modulesOf(parameters: string[]): Promise<string[]> {
  const hook = `import{registerHooks}from"node:module";registerHooks({load(u,c,n){process.stderr.write("LOADED "+u+"\\n");return n(u,c)}})`;
  const child = spawn(process.execPath, ["--import", `data:text/javascript,${encodeURIComponent(hook)}`, ...parameters], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    text += chunk.toString();
  });
  try {
    const url = await readyUrl(child, /ready (http:\S+)/);
    await fetch(new URL("/api/v1/health", url));
    return text.split("\n").flatMap((line) => (line.startsWith("LOADED ") && !line.includes("LOADED node:") ? [line.slice(7)] : []));
  } finally {
    await end(child);
  }
}

function readyUrl(child: ChildProcess, ready: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const timer = setTimeout(() => reject(new Error(`no ready line after 30 s: ${text.slice(0, 200)}`)), 30_000);
    child.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      const url = ready.exec(text)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.on("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready`));
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 3000).unref();
  });
}

/** Resident memory as the kernel counts it; 0 where there is no /proc. */
function residentBytes(pid: number): number {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    return pages * 4096;
  } catch {
    return 0;
  }
}
