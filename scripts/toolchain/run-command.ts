import { spawn } from "node:child_process";
import { delimiter, join } from "node:path";
import { repositoryRoot } from "./workspace.ts";

export interface CommandResult {
  exitCode: number;
  /** What it wrote to standard output and standard error, in the order it came; empty when it was shown directly. */
  output: string;
  durationMs: number;
}

export interface CommandOptions {
  cwd?: string;
  /** Beside this process's own; `undefined` takes one away. */
  env?: Record<string, string | undefined>;
  /** Written through as it comes instead of being collected. Default false. */
  show?: boolean;
  /** Ends the command after this many milliseconds. */
  timeoutMs?: number;
}

/** PATH with the binaries of `folder` and of the repository first, so that Node 24 is `node`. */
function toolchainPath(folder: string = repositoryRoot): string {
  const folders = [...new Set([folder, repositoryRoot])].map((one) => join(one, "node_modules", ".bin"));
  return [...folders, process.env.PATH ?? ""].join(delimiter);
}

/** Runs a shell command (a text) or a program with its arguments (a list). Never throws for an exit code. */
export function runCommand(command: string | readonly [string, ...string[]], options: CommandOptions = {}): Promise<CommandResult> {
  const startedAt = performance.now();
  const cwd = options.cwd ?? repositoryRoot;
  const env = { ...process.env, PATH: toolchainPath(cwd), ...options.env };
  const [file, ...rest] = typeof command === "string" ? [command] : command;
  return new Promise((resolve) => {
    const child = spawn(file, rest, {
      cwd,
      env,
      shell: typeof command === "string",
      stdio: options.show ? ["ignore", "inherit", "inherit"] : ["ignore", "pipe", "pipe"],
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    let output = "";
    const collect = (text: string) => {
      output += text;
    };
    child.stdout?.setEncoding("utf8").on("data", collect);
    child.stderr?.setEncoding("utf8").on("data", collect);
    const end = (exitCode: number) => resolve({ exitCode, output, durationMs: performance.now() - startedAt });
    child.on("error", (error) => {
      output += `${file} cannot be started: ${error.message}\n`;
      end(127);
    });
    child.on("close", (code) => end(code ?? 1));
  });
}

/** `1.2 s`. */
export function formatSeconds(durationMs: number): string {
  return `${(durationMs / 1000).toFixed(1)} s`;
}
