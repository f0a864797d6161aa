import type { Messages } from "./language/messages.ts";
import type { Terminal } from "./output/terminal.ts";

/** What every command gets beside its own options. */
export interface CommandTools {
  terminal: Terminal;
  messages: Messages;
  /** The exit code of a command that ended in its own way; without a call it is 0. */
  finish(exitCode: number): void;
}
