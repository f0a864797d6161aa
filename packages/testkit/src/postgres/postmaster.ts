import { spawn } from "node:child_process";
import { closeSync, fstatSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { childrenOf, waitUntilGone } from "./process-tree.ts";
import { type ServerUser, spawnOptionsFor } from "./server-user.ts";

export interface PostmasterOptions {
  binDirectory: string;
  dataDirectory: string;
  port: number;
  settings: Readonly<Record<string, string | number>>;
  logFile: string;
  user: ServerUser;
}

/** One run of the server's first process. */
export interface Postmaster {
  readonly pid: number;
  isRunning(): boolean;
  /** Whether it has ended by SIGKILL, whoever sent it. */
  wasKilled(): boolean;
  /** Settles once: `null` when connections are accepted, else what the server wrote before it gave up. Never rejects. */
  readonly failure: Promise<string | null>;
  /** Sends a signal and waits until the process has ended. */
  end(signal: NodeJS.Signals): Promise<void>;
  /** SIGKILL; resolves when its children are gone, too. */
  kill(): Promise<void>;
}

const startWithinMs = 120_000;
/** A backend notices the death of its parent at its next wait. One in the middle of a long computation is not waited for longer. */
const childrenWithinMs = 5_000;

/** @throws Error when the process cannot be spawned at all */
export function spawnPostmaster(options: PostmasterOptions, onExit: () => void): Postmaster {
  const { binDirectory, dataDirectory, port, settings, logFile, user } = options;
  const all = { ...settings, port, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
  const parameters = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  // A file and not a pipe: a pipe would block the server whenever this process is too busy to read.
  const log = openSync(logFile, "a", 0o600);
  const logStart = fstatSync(log).size;
  const child = spawn(join(binDirectory, "postgres"), ["-D", dataDirectory, ...parameters], {
    ...spawnOptionsFor(user),
    // Ctrl-C in the terminal ends us, and we end the server; it must not go first.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  let running = child.pid !== undefined;
  let killed = false;
  child.unref();
  const exited = new Promise<void>((resolve) => {
    const gone = (signal?: NodeJS.Signals | null) => {
      running = false;
      killed = signal === "SIGKILL";
      onExit();
      resolve();
    };
    child.once("exit", (_code, signal) => gone(signal));
    child.once("error", () => {
      if (child.pid === undefined) gone();
    });
  });
  const pid = child.pid ?? 0;
  const hasEnded = async () => {
    // While somebody waits for the end, the event loop has to stay alive for it.
    child.ref();
    await exited;
    child.unref();
  };
  return {
    pid,
    isRunning: () => running,
    wasKilled: () => killed,
    failure: waitUntilReady(
      dataDirectory,
      pid,
      () => running,
      () => logFrom(logFile, logStart),
    ),
    async end(signal) {
      if (!running) return;
      child.kill(signal);
      await hasEnded();
    },
    async kill() {
      if (!running) return;
      // Stopped first, so that no child is born between the list and the blow.
      child.kill("SIGSTOP");
      const children = await childrenOf(pid);
      child.kill("SIGKILL");
      await hasEnded();
      const left = await waitUntilGone(children, childrenWithinMs);
      for (const one of left) signalIfThere(one.pid);
      await waitUntilGone(left, childrenWithinMs);
    },
  };
}

function signalIfThere(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It went by itself.
  }
}

/** The server says in the eighth line of its lock file how far it is; the first line tells this run from a killed one before it. */
async function waitUntilReady(
  dataDirectory: string,
  pid: number,
  isRunning: () => boolean,
  readLog: () => Promise<string>,
): Promise<string | null> {
  const deadline = performance.now() + startWithinMs;
  while (isRunning()) {
    const lines = (await readFile(join(dataDirectory, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (lines[0] === String(pid) && /^(ready|standby)/.test(lines[7] ?? "")) return null;
    if (performance.now() > deadline) return `not ready within ${startWithinMs} ms\n${await readLog()}`;
    await delay(5);
  }
  return (await readLog()) || "the process ended without a word";
}

/** Only what this start wrote: earlier lines can hold statements, and with them data of the tests. */
async function logFrom(file: string, position: number): Promise<string> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  return bytes.subarray(position).toString("utf8").trim().slice(-2_000);
}
