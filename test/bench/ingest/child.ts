import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** A process of ours that is asked and answers, one question at a time. */
export interface Child {
  readonly pid: number;
  /** @throws Error with its last words when it ends instead of answering */
  ask<Answer>(question: unknown): Promise<Answer>;
  /** Ends it with SIGTERM and waits until it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program of this folder from its source; resolves when it says that it is ready.
 *
 * @param nodeOptions for example `--cpu-prof`
 */
export async function startChild(program: string, parameter: string, nodeOptions: readonly string[] = []): Promise<Child> {
  const { NODE_OPTIONS: _, ...environment } = process.env;
  const child: ChildProcess = fork(fileURLToPath(new URL(program, import.meta.url)), [parameter], {
    execArgv: ["--conditions=@askonce/source", ...nodeOptions],
    env: environment,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  let words = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    words = (words + text).slice(-4000);
  });
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const answer = () =>
    Promise.race([
      new Promise<unknown>((resolve) => child.once("message", resolve)),
      exited.then(() => {
        throw new Error(`${program} ended: ${words}`);
      }),
    ]);
  await answer();
  return {
    pid: child.pid ?? 0,
    async ask<Answer>(question: unknown) {
      const answered = answer();
      child.send(question as object);
      return (await answered) as Answer;
    },
    async stop() {
      child.kill("SIGTERM");
      const timer = setTimeout(() => child.kill("SIGKILL"), 20_000);
      await exited;
      clearTimeout(timer);
    },
  };
}
