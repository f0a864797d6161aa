import { fork } from "node:child_process";
import type { ServerBundle } from "./bundle-server.ts";
import type { KillOrder } from "./kill-points.ts";
import type { ServerMessage, ServerSettings } from "./server-settings.ts";

/** A server process of ours. */
export interface ServerProcess {
  readonly pid: number;
  /** From the first line of the program until it listens and works. */
  readonly startMs: number;
  /** Resolves with how it ended; never rejects. */
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null; at: number }>;
  arm(order: KillOrder | null): void;
  kill(): Promise<void>;
  /** Lets it end in peace, and not for longer than `patienceMs`. @returns whether it did, with code 0 */
  stop(patienceMs?: number): Promise<boolean>;
  /** The last lines it wrote to standard error. */
  lastWords(): string;
}

/**
 * @param environment added to the process's, for example to give it another clock
 * @throws Error with its last words when it ends before it is ready
 */
export async function startServer(
  bundle: ServerBundle,
  settings: ServerSettings,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServerProcess> {
  const { NODE_OPTIONS: _, ...inherited } = process.env;
  const child = fork(bundle.path, [JSON.stringify(settings)], {
    env: { ...inherited, ...environment },
    execArgv: [],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-8000);
  });
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null; at: number }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal, at: Date.now() }));
  });
  const ready = new Promise<number>((resolve) => {
    child.on("message", (message: ServerMessage) => {
      if (message.ready) resolve(message.startMs);
    });
  });
  const startMs = await Promise.race([
    ready,
    exited.then(({ code, signal }) => {
      throw new Error(`A server process ended before it was ready (${signal ?? code}): ${words}`);
    }),
  ]);
  const kill = async () => {
    child.kill("SIGKILL");
    await exited;
  };
  return {
    pid: child.pid ?? -1,
    startMs,
    exited,
    // A process that has just ended has no channel any more.
    arm: (order) => void (child.connected && child.send({ arm: order }, () => {})),
    kill,
    async stop(patienceMs = 15_000) {
      child.kill("SIGTERM");
      const timer = setTimeout(() => void kill(), patienceMs);
      const { code } = await exited;
      clearTimeout(timer);
      return code === 0;
    },
    lastWords: () => words,
  };
}
