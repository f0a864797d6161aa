import { CommanderError } from "commander";
import { commandLanguage } from "./language/choose-language.ts";
import { loadMessages } from "./language/messages.ts";
import { exitCodes } from "./output/exit-codes.ts";
import { hideExperimentalWarnings } from "./output/experimental-warnings.ts";
import { createTerminal } from "./output/terminal.ts";
import { createProgram } from "./program.ts";

/** Runs one command line and answers with its exit code. Everything that is written goes through one terminal, which hides secrets. */
export async function run(commandLine: readonly string[]): Promise<number> {
  hideExperimentalWarnings();
  const messages = await loadMessages(commandLanguage(commandLine, process.env));
  const terminal = createTerminal();
  const outcome = { exitCode: exitCodes.done as number };
  const program = createProgram({ terminal, messages, finish: (exitCode) => (outcome.exitCode = exitCode) });
  try {
    await program.parseAsync(commandLine, { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
    // Loaded only now: a command that works does not need to explain failures.
    const { describeFailure } = await import("./output/describe-failure.ts");
    const failure = describeFailure(error, messages);
    if (process.env.ASKONCE_DEBUG && error instanceof Error) terminal.error(placesOf(error));
    for (const line of failure.lines) terminal.error(line);
    return failure.exitCode;
  }
  return outcome.exitCode;
}

/** Where an error was thrown, without its message. */
function placesOf(error: Error): string {
  const places = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return [error.name, ...places].join("\n");
}
