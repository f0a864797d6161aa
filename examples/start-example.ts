import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

export interface RunningExample {
  url: string;
  stop(): Promise<number | null>;
}

/** Starts an example as its reader would, on a free port with everything in memory, and waits for its ready line. */
export async function startExample(
  folder: string,
  parameters: string[],
  environment: Record<string, string> = {},
): Promise<RunningExample> {
  const child = spawn(process.execPath, parameters, {
    cwd: fileURLToPath(new URL(`./${folder}/`, import.meta.url)),
    env: { ...process.env, DATABASE: ":memory:", PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  return { url: await readyUrl(child), stop: () => stop(child) };
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const fail = (why: string) => {
      child.kill("SIGKILL");
      reject(new Error(`${why}: ${text.slice(-800)}`));
    };
    const timer = setTimeout(() => fail("no ready line"), 60_000);
    const read = (chunk: Buffer) => {
      text += chunk.toString();
      const url = /(?:ready|Local:)\s+(http:\/\/[\w.:]+)/.exec(text)?.[1];
      if (!url) return;
      clearTimeout(timer);
      resolve(url.replace("localhost", "127.0.0.1"));
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code}: ${text.slice(-800)}`));
    });
  });
}

function stop(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve(child.exitCode);
    const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
    child.removeAllListeners("exit");
    child.once("exit", (code) => {
      clearTimeout(timer);
      resolve(code);
    });
    child.kill("SIGTERM");
  });
}
