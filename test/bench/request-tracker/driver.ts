import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("./driver.pl", import.meta.url));

/** What `driver.pl` answers. Only the fields of the operation asked for are there. */
export interface DriverAnswer {
  error?: string;
  /** Time inside Request Tracker's API, by a clock that does not jump. */
  milliseconds: number;
  /** Processor time of the Perl process for the same, without the database's. */
  cpuMilliseconds: number;
  /** Tickets of a page, transactions of an opened ticket, 1 for a write. */
  rows?: number;
  tickets?: number[];
  ticket?: number;
  head?: string[];
  messages?: { type: string; at: string; by: string; content: string }[];
  queues?: number[];
  agents?: number[];
  version?: string;
  /** Process id of the PostgreSQL process that serves Perl. */
  backend?: number;
}

export interface DriverCommand {
  operation: "hello" | "prepare" | "sign_in" | "list" | "search" | "open" | "reply" | "create" | "flush";
  [parameter: string]: unknown;
}

export interface Driver {
  /** One command at a time. Throws what Request Tracker said when it refused. */
  ask(command: DriverCommand): Promise<DriverAnswer>;
  stop(): Promise<void>;
}

/** Starts the Perl process. The first answer takes a second or two: Request Tracker loads. */
export function startDriver(options: { perl: string; libraryDirectory: string; environment: NodeJS.ProcessEnv }): Driver {
  const child = spawn(options.perl, ["-I", options.libraryDirectory, program], {
    env: options.environment,
    stdio: ["pipe", "pipe", "pipe"],
  });
  let said = "";
  let waiting: { resolve(line: string): void; reject(error: Error): void } | undefined;
  let ended = false;
  const fail = (why: string) => {
    ended = true;
    waiting?.reject(new Error(`${why}${said ? `: ${said.trim()}` : ""}`));
    waiting = undefined;
  };
  const exited = new Promise<void>((resolve) => {
    child.once("error", (error) => {
      fail(`Perl did not start (${error.message})`);
      resolve();
    });
    child.once("close", (code) => {
      fail(`Request Tracker's process ended with ${code}`);
      resolve();
    });
  });
  // A command written to a process that has just ended is reported by its end.
  child.stdin.on("error", () => {});
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    said = (said + chunk).slice(-2000);
  });
  createInterface({ input: child.stdout }).on("line", (line) => {
    const current = waiting;
    waiting = undefined;
    current?.resolve(line);
  });

  return {
    async ask(command) {
      if (ended) throw new Error(`Request Tracker's process has ended${said ? `: ${said.trim()}` : ""}`);
      if (waiting) throw new Error("Request Tracker's process takes one command at a time");
      const line = await new Promise<string>((resolve, reject) => {
        waiting = { resolve, reject };
        child.stdin.write(`${JSON.stringify(command)}\n`);
      });
      const answer = JSON.parse(line) as DriverAnswer;
      if (answer.error) throw new Error(`Request Tracker refused ${command.operation}: ${answer.error.trim()}`);
      return answer;
    },
    async stop() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill("SIGKILL"), 5000);
      await exited;
      clearTimeout(timer);
    },
  };
}
