import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

export interface CliResult {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
}

export interface RunningCli {
  child: ChildProcess;
  readonly output: { stdout: string; stderr: string };
  /** Resolves with everything that stands there so far, once either stream has this text. */
  until(text: string | RegExp): Promise<string>;
  ended: Promise<CliResult>;
}

export interface CliOptions {
  cwd?: string;
  environment?: Record<string, string>;
}

/** The real command line from its sources, in a process of its own; it is ended with the test. */
export function startCli(commandLine: readonly string[], options: CliOptions = {}): RunningCli {
  const child = spawn(process.execPath, ["--conditions=@askonce/source", main, ...commandLine], {
    cwd: options.cwd ?? tmpdir(),
    env: { PATH: process.env.PATH ?? "", HOME: tmpdir(), NODE_DISABLE_COMPILE_CACHE: "1", LANG: "C", ...options.environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const output = { stdout: "", stderr: "" };
  const listeners = new Set<() => void>();
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (text: string) => {
      output[name] += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<CliResult>((resolve) => child.on("close", (exitCode, signal) => resolve({ exitCode, signal, ...output })));
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  return {
    child,
    output,
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const all = output.stdout + output.stderr;
          if (typeof text === "string" ? !all.includes(text) : !text.test(all)) return;
          listeners.delete(look);
          resolve(all);
        };
        listeners.add(look);
        look();
        void ended.then(({ stdout, stderr }) => reject(new Error(`ended without ${String(text)}:\n${stdout}${stderr}`)));
      }),
  };
}

export function runCli(commandLine: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  return startCli(commandLine, options).ended;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "askonce-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
