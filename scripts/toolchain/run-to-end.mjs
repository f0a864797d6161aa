import { spawn } from "node:child_process";
import { constants } from "node:os";
import { delimiter, join } from "node:path";

const forwarded = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Runs a program in the foreground with `node_modules/.bin` first on PATH, and answers with its exit code (128 and the signal's number when
 * a signal ended it). Signals go on to the program, and this process ends only after it.
 */
export async function runToEnd(file, programArguments, root) {
  const path = [join(root, "node_modules", ".bin"), process.env.PATH ?? ""].join(delimiter);
  const child = spawn(file, programArguments, { cwd: root, env: { ...process.env, PATH: path }, stdio: "inherit" });
  const forward = (signal) => {
    // At a terminal, Ctrl+C reaches the whole foreground group; a second copy would mean "at once" to many programs.
    if (signal === "SIGINT" && process.stdin.isTTY) return;
    child.kill(signal);
  };
  for (const signal of forwarded) process.on(signal, forward);
  return await new Promise((resolve) => {
    child.on("error", (error) => {
      process.stderr.write(`askonce: ${file} cannot be started (${error.code ?? error.name})\n`);
      resolve(1);
    });
    child.on("close", (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
