import type { Logger } from "@askonce/spec";
import type { Terminal } from "../output/terminal.ts";

/** Writes warnings and errors to standard error, one line each. By the port's rule neither messages nor fields hold personal data. */
export function terminalLogger(terminal: Terminal): Logger {
  const write =
    (level: string) =>
    (message: string, fields: Readonly<Record<string, unknown>> = {}) => {
      const pairs = Object.entries(fields).map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`);
      terminal.error([`${level}: ${message}`, ...pairs].join("  "));
    };
  return { debug() {}, info() {}, warn: write("warning"), error: write("error") };
}
