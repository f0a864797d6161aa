import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { ProcessMessage, ProcessSettings, Written } from "./process-settings.ts";

export interface WritingProcess {
  /** Resolves when it has written that many more tickets. */
  writes(more: number): Promise<void>;
  /** @returns what it wrote, when it has ended in peace */
  stop(): Promise<Written>;
}

export type MigrationEnd = { applied: string[]; version: number; statements: number } | { signal: string | null };

function start(settings: ProcessSettings) {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child = fork(fileURLToPath(new URL("process.ts", import.meta.url)), [JSON.stringify(settings)], {
    execArgv: ["--conditions=@askonce/source", "--no-warnings"],
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-4000);
  });
  const ended = new Promise<{ code: number | null; signal: string | null }>((resolve) => {
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  const failed = ended.then(({ code, signal }) => {
    throw new Error(`The process ${settings.name} ended early (${signal ?? code}): ${words}`);
  });
  failed.catch(() => {});
  return { child, ended, failed, onMessage: (listener: (message: ProcessMessage) => void) => child.on("message", listener) };
}

/** Resolves when it works and writes. Killed with `onEnd` should the test end before it does. */
export async function startWriting(settings: Omit<ProcessSettings, "mode">, onEnd: (end: () => void) => void): Promise<WritingProcess> {
  const { child, ended, failed, onMessage } = start({ ...settings, mode: "write" });
  onEnd(() => child.kill("SIGKILL"));
  let progress = 0;
  let written: Written | null = null;
  const waiting = new Set<() => void>();
  let becomesReady = () => {};
  const ready = new Promise<void>((resolve) => {
    becomesReady = resolve;
  });
  onMessage((message) => {
    if ("ready" in message) becomesReady();
    if ("progress" in message) progress++;
    if ("written" in message) written = message.written;
    for (const look of waiting) look();
  });
  await Promise.race([ready, failed]);
  return {
    async writes(more) {
      const enough = progress + more;
      const reached = new Promise<void>((resolve) => {
        const look = () => {
          if (progress < enough) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
      });
      await Promise.race([reached, failed]);
    },
    async stop() {
      child.send("stop");
      const { code, signal } = await ended;
      if (code !== 0 || written === null) throw new Error(`The process ${settings.name} did not end in peace (${signal ?? code})`);
      return written;
    },
  };
}

/** Migrates in a process of its own. @returns what it did, or what it was killed by */
export async function migrateInProcess(settings: Omit<ProcessSettings, "mode">): Promise<MigrationEnd> {
  const { ended, failed, onMessage } = start({ ...settings, mode: "migrate" });
  let end: MigrationEnd | null = null;
  onMessage((message) => {
    if ("migrated" in message) end = message.migrated;
  });
  const { code, signal } = await ended;
  if (signal !== null) return { signal };
  if (code !== 0 || end === null) await failed;
  return end ?? { signal: null };
}
